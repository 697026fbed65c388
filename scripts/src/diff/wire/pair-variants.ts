import type { OpenApiDocument } from "../../document/openapi.ts";
import { asList, asRecord, flattenSchema, type Place } from "./flatten-schema.ts";
import { valueTypes } from "./value-types.ts";

interface Variant {
  place: Place;
  name: string | undefined;
  /** The single value of its `type`, where it has one. */
  type: string | undefined;
  /** What JSON calls it; a whole number is a number. */
  kind: string;
}

/**
 * The members of two `oneOf`s that belong together: those of the same component, then those alone in having the same
 * value of `type`, then those alone in being of the same JSON type, then the last one left on each side. What cannot be
 * told is not paired; the compiler decides there.
 */
export function pairVariants(
  documents: { base: OpenApiDocument; head: OpenApiDocument },
  base: readonly Place[],
  head: readonly Place[],
): { partners: [Place, Place][]; lost: string[] } {
  const old = base.map((place) => variantOf(documents.base, place));
  const now = head.map((place) => variantOf(documents.head, place));
  const partners: [Place, Place][] = [];
  const pairBy = (key: (variant: Variant) => string | undefined) => {
    for (const variant of [...old]) {
      const same = (other: Variant) => key(other) !== undefined && key(other) === key(variant);
      const [partner, ...others] = now.filter(same);
      if (!partner || others.length > 0 || old.filter(same).length > 1) continue;
      partners.push([variant.place, partner.place]);
      old.splice(old.indexOf(variant), 1);
      now.splice(now.indexOf(partner), 1);
    }
  };
  pairBy(({ name }) => name);
  pairBy(({ type }) => type);
  pairBy(({ kind }) => kind);
  if (old.length === 1 && now.length === 1) pairBy(() => "the last");
  return { partners, lost: old.flatMap(({ name }) => name ?? []) };
}

function variantOf(document: OpenApiDocument, place: Place): Variant {
  const { names, properties } = flattenSchema(document, place);
  const type = properties.get("type");
  const values = type ? asList(asRecord(flattenSchema(document, type).keywords).enum) : [];
  const kinds = [...valueTypes(document, place)].map((kind) => (kind === "integer" ? "number" : kind));
  return {
    place,
    name: names[0],
    type: values.length === 1 ? JSON.stringify(values[0]) : undefined,
    kind: kinds.sort().join(" "),
  };
}
