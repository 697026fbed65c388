import { rulesOf } from "../catalog/attributes.ts";
import type { InputRecord } from "../catalog/catalog-record.ts";
import type { Problems } from "../catalog/problems.ts";
import { flag, name, names, type ValueKind } from "../catalog/value-kinds.ts";
import type { Entry } from "./entry.ts";

/**
 * Checks of an entry what can be checked without the account and the other entries. An entry with problems is returned,
 * too, if it has an id, so that somebody can tell when the same id is there twice.
 */
export function checkEntry(entry: Entry, problems: Problems): InputRecord | undefined {
  const { type, values, at } = entry;
  const rules = rulesOf(type);
  if (values.external_id === undefined) problems.add(() => at("external_id"), `a ${type} needs it`, "external_id");
  for (const [field, value] of Object.entries(values)) {
    const rule = rules.get(field);
    const kind = rule?.kind ?? aside[type].get(field) ?? (field === "delete" ? flag : undefined);
    // The API takes null for what a record can be without.
    const isFree = value === undefined || (value === null && rule?.required === false);
    const message = !kind
      ? `a ${type} has none; it has ${[...rules.keys()].join(", ")}`
      : isFree || kind.fits(value)
        ? undefined
        : expected(kind, value);
    if (message !== undefined) problems.add(() => at(field), message, field);
  }
  return typeof values.external_id === "string" ? recordOf(entry) : undefined;
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

function expected(kind: ValueKind, value: unknown): string {
  const text = JSON.stringify(value);
  return `expected ${kind.expected}; found ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}

function recordOf({ type, values, at, leftover = false, advice }: Entry): InputRecord {
  const { external_id, item, categories, delete: gone, ...rest } = values;
  return {
    type,
    external_id: external_id as string,
    attributes: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(item !== undefined && { item: item as string }),
    ...(categories !== undefined && { categories: categories as string[] }),
    ...(gone === true && { delete: true }),
    at,
    leftover,
    advice,
  };
}
