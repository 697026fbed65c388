import { relative } from "node:path";
import { fromPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { readYaml } from "../document/read-yaml.ts";
import { resolve } from "../document/reference.ts";
import { SpecError } from "../document/spec-error.ts";

/** A known error of the published documents and its mending, as `openapi/corrections.yaml` lists them. */
export interface Correction {
  name: string;
  /**
   * One JSON pointer or several, in which `*` stands for any key or index and `**` for any number of them. A `$ref` is
   * followed, so that a shape is found wherever it stands: in place, or as a component.
   */
  at: string | readonly string[];
  /** Only places that hold this too. */
  where?: Json;
  /** JSON merge patch (RFC 7396). */
  merge: Json;
  reason: string;
  source: string;
}

type Json = { [key: string]: unknown };

export async function readCorrections(file: string): Promise<Correction[]> {
  const corrections = ((await readYaml(relative(process.cwd(), file))) ?? []) as Correction[];
  for (const [index, correction] of corrections.entries()) {
    for (const key of ["name", "at", "merge", "reason", "source"] as const) {
      if (!correction[key]) throw new SpecError(`${file}: correction ${index + 1} has no \`${key}\``);
    }
  }
  return corrections;
}

/**
 * Applies `corrections` to `document` in place.
 *
 * @returns the corrections that no longer match anything: upstream may have mended the error
 */
export function applyCorrections(document: OpenApiDocument, corrections: readonly Correction[]): Correction[] {
  return corrections.filter((correction) => {
    const found = [correction.at].flat().flatMap((pattern) => match(document, fromPointer(pattern)));
    const places = [...new Set(found)].filter(
      (place) => contains(place, correction.where ?? {}) && !contains(place, correction.merge),
    );
    for (const place of places) mergeInto(place, correction.merge);
    return places.length === 0;
  });
}

function match(document: OpenApiDocument, pattern: readonly string[]): Json[] {
  let places: unknown[] = [document];
  for (const segment of pattern) {
    const holders = places.map((place) => resolve(document, place)).filter(isObject);
    if (segment === "**") places = [...new Set(holders.flatMap((holder) => [...partsOf(holder)]))];
    else if (segment === "*") places = holders.flatMap((holder) => Object.values(holder));
    else places = holders.flatMap((holder) => (Object.hasOwn(holder, segment) ? [holder[segment]] : []));
  }
  return places.map((place) => resolve(document, place)).filter(isObject);
}

/** A value and all that stands in it. */
function* partsOf(value: unknown): Generator<unknown> {
  yield value;
  if (isObject(value)) for (const child of Object.values(value)) yield* partsOf(child);
}

function contains(value: unknown, part: unknown): boolean {
  if (!isObject(part)) return value === part || (part === null && value === undefined);
  return isObject(value) && Object.entries(part).every(([key, expected]) => contains(value[key], expected));
}

function mergeInto(target: Json, patch: Json): void {
  for (const [key, value] of Object.entries(patch)) {
    const existing = target[key];
    if (value === null) delete target[key];
    else if (isObject(value) && isObject(existing)) mergeInto(existing, value);
    else target[key] = structuredClone(value);
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
