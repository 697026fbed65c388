import { relative } from "node:path";
import { fromPointer, toPointer } from "../document/json-pointer.ts";
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
    const known = new Map<string, Json[]>();
    const found = [correction.at].flat().flatMap((pattern) => match(document, fromPointer(pattern), known));
    const places = [...new Set(found)].filter(
      (place) => contains(place, correction.where ?? {}) && !contains(place, correction.merge),
    );
    for (const place of places) mergeInto(place, correction.merge);
    return places.length === 0;
  });
}

/** The objects that a pattern leads to. What patterns have in common is followed once, and kept in `known`. */
function match(document: OpenApiDocument, pattern: readonly string[], known: Map<string, Json[]>): Json[] {
  const segment = pattern.at(-1);
  if (segment === undefined) return [document as unknown as Json];
  const place = toPointer(pattern);
  const before = known.get(place);
  if (before) return before;
  const found = new Set<Json>();
  for (const part of below(match(document, pattern.slice(0, -1), known), segment)) {
    const resolved = resolve(document, part);
    if (isObject(resolved)) found.add(resolved);
  }
  known.set(place, [...found]);
  return [...found];
}

function below(holders: readonly Json[], segment: string): Iterable<unknown> {
  if (segment === "**") return partsOf(holders);
  if (segment === "*") return holders.flatMap((holder) => Object.values(holder));
  return holders.flatMap((holder) => (Object.hasOwn(holder, segment) ? [holder[segment]] : []));
}

/** The objects and lists given and all that stand in them, each once. */
function partsOf(values: readonly unknown[], parts = new Set<Json>()): Set<Json> {
  for (const value of values) {
    if (!isObject(value) || parts.has(value)) continue;
    parts.add(value);
    partsOf(Object.values(value), parts);
  }
  return parts;
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
