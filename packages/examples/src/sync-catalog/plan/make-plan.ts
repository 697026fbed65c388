import { plural, type RecordType, rulesOf } from "../catalog/attributes.ts";
import { attributesOfNew, type InputRecord } from "../catalog/catalog-record.ts";
import type { Problems } from "../catalog/problems.ts";
import { LinkPlan } from "./link-plan.ts";
import type { Outline, Remembered } from "./outline.ts";
import type { OthersInAccount } from "./read-account.ts";

/** What is to be done with the records of one type. */
export interface TypePlan {
  type: RecordType;
  /** How many there are; which ones, {@link actionOf} tells. */
  create: number;
  update: number;
  /** The external ids of all that is to go. */
  delete: string[];
  /** How many of `delete` are only there because `--delete-missing` takes what the file does not mention. */
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

/** What is to be done with a record of the file, if anything. */
export function actionOf({ shape, found }: Remembered): "create" | "update" | "delete" | undefined {
  if (shape.delete) return found && "delete";
  if (!found) return "create";
  return found === "different" ? "update" : undefined;
}

/** Reads a file again for what only the account can tell: what cannot be done, and which links there are to make. */
export async function makePlan(
  outline: Outline,
  others: OthersInAccount,
  { deleteMissing, signal }: { deleteMissing: boolean; signal: AbortSignal },
  problems: Problems,
): Promise<Plan> {
  const mentioned = { "catalog-category": new Set<string>(), "catalog-item": new Set<string>() };
  const links = new LinkPlan();
  /** Whether something will be there that others are to belong to. */
  const isThere = (type: keyof typeof mentioned, id: string): boolean => {
    const record = outline.get(type, id);
    return record ? !record.shape.delete : others[type].has(id);
  };
  for await (const record of outline.readAgain(signal)) {
    if (record.delete) continue;
    const remembered = outline.get(record.type, record.external_id) as Remembered;
    if (!remembered.found) tellMissingAttributes(record, problems);
    const item = record.item ?? remembered.item;
    if (item !== undefined && outline.get("catalog-item", item)?.shape.delete) {
      problems.add(() => record.at("item"), "its item is deleted by this file", "item");
    } else tellWrongParents(record, remembered.item, isThere, problems);
    // The id that was read again is the same text, but another one in memory.
    if (record.categories) links.plan(remembered.id, record.categories, remembered.categories ?? []);
    // What others belong to is mentioned by them, which only matters where the file does not have it as a record.
    if (item !== undefined && !outline.get("catalog-item", item)) mentioned["catalog-item"].add(item);
    for (const id of record.categories ?? []) mentioned["catalog-category"].add(id);
  }
  const missingOf = (type: keyof typeof mentioned): string[] =>
    // A file without a single category, say, does not speak of categories.
    deleteMissing && outline.has(type) ? [...others[type].keys()].filter((id) => !mentioned[type].has(id)) : [];
  const categories = planType("catalog-category", outline, others, missingOf("catalog-category"));
  const items = planType("catalog-item", outline, others, missingOf("catalog-item"));
  const speaksOfVariants = deleteMissing && outline.has("catalog-variant");
  const otherVariants = speaksOfVariants
    ? [...others["catalog-variant"].keys()]
    : variantsOf(items.delete, others["catalog-variant"]);
  const variants = planType("catalog-variant", outline, others, otherVariants);
  // Without the option, variants only go with an item that the file itself deletes: nobody has to agree to that again.
  if (!deleteMissing) variants.missing = 0;
  links.forget(categories.delete);
  return { types: [categories, items, variants], links };
}

/** The API deletes an item's variants with it. */
function variantsOf(items: readonly string[], variants: OthersInAccount["catalog-variant"]): string[] {
  const gone = new Set<string | undefined>(items);
  return Array.from(variants).flatMap(([id, item]) => (gone.has(item) ? [id] : []));
}

/** @param missing what is to go though the file does not have it */
function planType(type: RecordType, outline: Outline, others: OthersInAccount, missing: string[]): TypePlan {
  const records = outline.records[type];
  const plan: TypePlan = {
    type,
    create: 0,
    update: 0,
    delete: [],
    missing: missing.length,
    same: 0,
    inFile: records.size,
    inAccount: others[type].size,
  };
  for (const [id, record] of records) {
    if (record.found) plan.inAccount++;
    const action = actionOf(record);
    if (action === "delete") plan.delete.push(id);
    else plan[action ?? "same"]++;
  }
  plan.delete = plan.delete.concat(missing);
  return plan;
}

function tellMissingAttributes(record: InputRecord, problems: Problems): void {
  const required = [...rulesOf(record.type)].filter(([, rule]) => rule.required).map(([name]) => name);
  const attributes = attributesOfNew(record);
  const missing = required.filter((name) => attributes[name] === undefined);
  if (record.type === "catalog-variant" && record.item === undefined) missing.push("item");
  if (missing.length === 0) return;
  problems.add(() => record.at(), `a new ${record.type} needs ${missing.join(", ")}`, missing[0]);
}

/** @param before the item that a variant has in the account */
function tellWrongParents(
  { item, categories = [], at }: InputRecord,
  before: string | undefined,
  isThere: (type: "catalog-category" | "catalog-item", id: string) => boolean,
  problems: Problems,
): void {
  for (const id of categories) {
    if (isThere("catalog-category", id)) continue;
    problems.add(() => at("categories"), noSuch("catalog-category", id), "categories");
  }
  if (item === undefined) return;
  if (!isThere("catalog-item", item)) problems.add(() => at("item"), noSuch("catalog-item", item), "item");
  else if (before !== undefined && before !== item) {
    const message = `the variant belongs to the item '${before}', and cannot move to '${item}'; delete it first`;
    problems.add(() => at("item"), message, "item");
  }
}

function noSuch(type: RecordType, id: string): string {
  return `there is no '${id}' among the ${plural[type]} of the file or of the account`;
}
