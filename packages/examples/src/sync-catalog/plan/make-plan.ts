import { isDeepStrictEqual } from "node:util";
import { plural, type RecordType, recordTypes, rulesOf } from "../catalog/attributes.ts";
import type { CatalogRecord, InputRecord } from "../catalog/catalog-record.ts";
import type { Problem } from "../catalog/place.ts";
import { type LinkPlan, planLinks } from "./plan-links.ts";
import type { Account } from "./read-account.ts";

/** What is to be done with the records of one type. */
export interface TypePlan {
  type: RecordType;
  create: InputRecord[];
  update: InputRecord[];
  delete: CatalogRecord[];
  /** How many of `delete` are only there because the file does not mention them. */
  missing: number;
  /** How many are as the file says already. */
  same: number;
  inFile: number;
  inAccount: number;
}

export interface Plan {
  types: TypePlan[];
  links: LinkPlan;
}

/** Compares a file's records with what is there; tells what cannot be done, with its place in the file. */
export function makePlan(
  records: readonly InputRecord[],
  account: Account,
  { deleteMissing }: { deleteMissing: boolean },
): { plan: Plan; problems: Problem[] } {
  const types = recordTypes.map((type) => planType(type, records, account, deleteMissing));
  const gone = new Set(types.flatMap((plan) => plan.delete.map(keyOf)));
  const here = new Set(types.flatMap((plan) => plan.create.map(keyOf)));
  for (const type of recordTypes) for (const id of account[type].keys()) here.add(`${type} ${id}`);
  const isThere = (type: RecordType, id: string): boolean => here.has(`${type} ${id}`) && !gone.has(`${type} ${id}`);
  const kept = records.filter((record) => !record.delete);
  const problems = [
    ...types.flatMap(({ create }) => create.flatMap(missingAttributes)),
    ...kept.flatMap((record) => wrongParents(record, account, isThere)),
  ];
  return { plan: { types, links: planLinks(kept, account, isThere) }, problems };
}

function keyOf({ type, external_id }: CatalogRecord): string {
  return `${type} ${external_id}`;
}

function planType(type: RecordType, all: readonly InputRecord[], account: Account, deleteMissing: boolean): TypePlan {
  const records = all.filter((record) => record.type === type);
  const there = account[type];
  const plan: TypePlan = {
    type,
    create: [],
    update: [],
    delete: [],
    missing: 0,
    same: 0,
    inFile: records.length,
    inAccount: there.size,
  };
  for (const record of records) {
    const found = there.get(record.external_id);
    if (record.delete) {
      if (found) plan.delete.push(record);
      else plan.same++;
    } else if (!found) plan.create.push(record);
    else if (isAsSaid(record, found.attributes)) plan.same++;
    else plan.update.push(record);
  }
  // A file without a single variant, say, does not speak of variants.
  if (deleteMissing && records.length > 0) {
    const mentioned = mentionedIds(type, all);
    const missing = [...there.keys()].filter((id) => !mentioned.has(id));
    plan.missing = missing.length;
    plan.delete.push(...missing.map((external_id) => ({ type, external_id, attributes: {}, delete: true as const })));
  }
  return plan;
}

function isAsSaid({ attributes }: InputRecord, found: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(attributes).every(([name, value]) => isDeepStrictEqual(value, found[name]));
}

/** A record that others belong to is mentioned by them. */
function mentionedIds(type: RecordType, records: readonly InputRecord[]): Set<string> {
  const kept = records.filter((record) => !record.delete);
  const parents =
    type === "catalog-item"
      ? kept.flatMap(({ item }) => item ?? [])
      : type === "catalog-category"
        ? kept.flatMap(({ categories }) => categories ?? [])
        : [];
  const own = records.filter((record) => record.type === type).map(({ external_id }) => external_id);
  return new Set([...own, ...parents]);
}

function missingAttributes(record: InputRecord): Problem[] {
  const required = [...rulesOf(record.type)].filter(([, rule]) => rule.required).map(([name]) => name);
  const missing = required.filter((name) => record.attributes[name] === undefined);
  if (record.type === "catalog-variant" && record.item === undefined) missing.push("item");
  if (missing.length === 0) return [];
  const message = `a new ${record.type} needs ${missing.join(", ")}`;
  return [{ ...record.at(), field: missing[0], message }];
}

function wrongParents(
  record: InputRecord,
  account: Account,
  isThere: (type: RecordType, id: string) => boolean,
): Problem[] {
  const { item, categories = [], at } = record;
  const problems = categories
    .filter((id) => !isThere("catalog-category", id))
    .map((id) => ({ ...at("categories"), field: "categories", message: noSuch("catalog-category", id) }));
  if (item === undefined) return problems;
  const before = account[record.type].get(record.external_id)?.item;
  if (!isThere("catalog-item", item)) {
    problems.push({ ...at("item"), field: "item", message: noSuch("catalog-item", item) });
  } else if (before !== undefined && before !== item) {
    const message = `the variant belongs to the item '${before}', and cannot move to '${item}'; delete it first`;
    problems.push({ ...at("item"), field: "item", message });
  }
  return problems;
}

function noSuch(type: RecordType, id: string): string {
  return `there is no '${id}' among the ${plural[type]} of the file or of the account`;
}
