import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { fromPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { SpecError } from "../document/spec-error.ts";

/** A known error of the published documents and its mending, as `openapi/corrections.yaml` lists them. */
export interface Correction {
  name: string;
  /** JSON pointer in which `*` stands for any key or index; a `$ref` on the way is followed. */
  at: string;
  /** Only places that hold this too. */
  where?: Json;
  /** JSON merge patch (RFC 7396). */
  merge: Json;
  reason: string;
  source: string;
}

type Json = { [key: string]: unknown };

export async function readCorrections(file: string): Promise<Correction[]> {
  const corrections: Correction[] = parse(await readFile(file, "utf8")) ?? [];
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
    const places = match(document, fromPointer(correction.at)).filter(
      (place) => contains(place, correction.where ?? {}) && !contains(place, correction.merge),
    );
    for (const place of places) mergeInto(place, correction.merge);
    return places.length === 0;
  });
}

function match(document: OpenApiDocument, pattern: string[]): Json[] {
  let places: unknown[] = [document];
  for (const segment of pattern) {
    places = places
      .map((place) => resolve(document, place))
      .filter(isObject)
      .flatMap((place) =>
        segment === "*" ? Object.values(place) : Object.hasOwn(place, segment) ? [place[segment]] : [],
      );
  }
  const found = places.map((place) => resolve(document, place)).filter(isObject);
  return [...new Set(found)];
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
