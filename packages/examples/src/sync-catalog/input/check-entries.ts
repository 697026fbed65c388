import { rulesOf } from "../catalog/attributes.ts";
import type { InputRecord } from "../catalog/catalog-record.ts";
import { type Problem, placeText } from "../catalog/place.ts";
import { flag, name, names, type ValueKind } from "../catalog/value-kinds.ts";
import type { Entry } from "./entry.ts";

/** Checks what can be checked without the account, and tells everything that is wrong. */
export function checkEntries(entries: readonly Entry[]): { records: InputRecord[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const records: InputRecord[] = [];
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const ofEntry = problemsOf(entry);
    const key = `${entry.type} ${entry.values.external_id}`;
    const first = seen.get(key);
    if (first) {
      const message = `'${entry.values.external_id}' is there already, at ${placeText(first.at("external_id"))}`;
      ofEntry.push({ ...entry.at("external_id"), field: "external_id", message });
    }
    seen.set(key, first ?? entry);
    if (ofEntry.length > 0) problems.push(...ofEntry);
    else records.push(recordOf(entry));
  }
  return { records, problems };
}

/** What a record says beside its attributes. */
const aside: Readonly<Record<Entry["type"], ReadonlyMap<string, ValueKind>>> = {
  "catalog-category": new Map([["external_id", name]]),
  "catalog-item": new Map([
    ["external_id", name],
    ["categories", names],
  ]),
  "catalog-variant": new Map([
    ["external_id", name],
    ["item", name],
  ]),
};

function problemsOf({ type, values, at }: Entry): Problem[] {
  const rules = rulesOf(type);
  const required = values.external_id === undefined ? ["external_id"] : [];
  const missing = required.map((field) => ({ ...at(field), field, message: `a ${type} needs it` }));
  const wrong = Object.entries(values).flatMap(([field, value]) => {
    const rule = rules.get(field);
    const kind = rule?.kind ?? aside[type].get(field) ?? (field === "delete" ? flag : undefined);
    if (!kind) return [{ ...at(field), field, message: `a ${type} has none; it has ${[...rules.keys()].join(", ")}` }];
    // The API takes null for what a record can be without.
    const isFree = value === undefined || (value === null && rule?.required === false);
    return isFree || kind.fits(value) ? [] : [{ ...at(field), field, message: expected(kind, value) }];
  });
  return [...missing, ...wrong];
}

function expected(kind: ValueKind, value: unknown): string {
  const text = JSON.stringify(value);
  return `expected ${kind.expected}; found ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}

function recordOf({ type, values, at }: Entry): InputRecord {
  const { external_id, item, categories, delete: gone, ...rest } = values;
  return {
    type,
    external_id: external_id as string,
    attributes: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(item !== undefined && { item: item as string }),
    ...(categories !== undefined && { categories: categories as string[] }),
    ...(gone === true && { delete: true }),
    at,
  };
}
