import { rulesOf } from "../catalog/attributes.ts";
import type { InputRecord } from "../catalog/catalog-record.ts";
import type { Problems } from "../catalog/problems.ts";
import { flag, name, names, type ValueKind } from "../catalog/value-kinds.ts";
import type { Entry } from "./entry.ts";

/** A request has 5 MB at most, and `bulk` keeps 10 kB of them for what stands around a record. */
const mostBytes = 4_980_000;

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
        ? mistakeInTexts(value)
        : expected(kind, value);
    if (message !== undefined) problems.add(() => at(field), message, field);
  }
  tellSize(entry, problems);
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

/** Half of a letter, such as `\ud83d`, can be written in JSON, but neither in addresses nor in UTF-8. */
function mistakeInTexts(value: unknown): string | undefined {
  return isUnicode(value) ? undefined : `expected Unicode, without halves of letters; found ${shortened(value)}`;
}

function isUnicode(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, one]) => key.isWellFormed() && isUnicode(one));
}

function tellSize({ type, values, at }: Entry, problems: Problems): void {
  const bytes = Buffer.byteLength(JSON.stringify(values));
  if (bytes <= mostBytes) return;
  problems.add(
    at,
    `the ${type} has ${(bytes / 1e6).toFixed(2)} MB, and fits into a request of the API up to ${mostBytes / 1e6} MB`,
  );
}

function expected(kind: ValueKind, value: unknown): string {
  return `expected ${kind.expected}; found ${shortened(value)}`;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function recordOf({ type, values, defaults, at, leftover = false, source, advice }: Entry): InputRecord {
  const { external_id, item, categories, delete: gone, ...rest } = values;
  return {
    type,
    external_id: external_id as string,
    attributes: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(defaults && { defaults }),
    ...(item !== undefined && { item: item as string }),
    ...(categories !== undefined && { categories: categories as string[] }),
    ...(gone === true && { delete: true }),
    at,
    leftover,
    source,
    advice,
  };
}
