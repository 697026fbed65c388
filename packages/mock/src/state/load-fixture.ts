import type { Catalog } from "../catalog/catalog.ts";
import { type Kind, plural, resourceId, typeOf } from "../catalog/kind.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";
import type { Identifier, ResourceInput } from "../catalog/resource-input.ts";
import { finish } from "../catalog/steps.ts";
import { createRecord } from "../catalog/write-record.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import type { Fragment } from "../fragment/fragment.ts";
import { bodyProblem } from "../fragment/mistakes.ts";
import { findForeign } from "../fragment/plain-json.ts";
import { createValidator, type Validate } from "../fragment/validator.ts";
import { type Fixture, FixtureError } from "./fixture.ts";

/** What links point to comes first. */
const sections = [
  { kind: "category", name: "categories" },
  { kind: "item", name: "items" },
  { kind: "variant", name: "variants" },
] as const;

export interface LoadOptions {
  fragment: Fragment;
  /** Milliseconds since the epoch. */
  at: number;
  /** Called once everything is in the catalog; when it throws, nothing is. */
  save: () => void;
}

/**
 * Puts a fixture's entries into a catalog, checked as the API would check them: all or none.
 *
 * @throws {FixtureError} with the place of the first entry that the API would refuse
 */
export function loadFixture(catalog: Catalog, fixture: Fixture, { fragment, at, save }: LoadOptions): void {
  const loaded: CatalogRecord[] = [];
  try {
    for (const { kind, name, entries } of sectionsOf(fixture)) {
      const validate = createBodyValidator(fragment, kind);
      for (const [index, entry] of entries.entries()) {
        loaded.push(load(catalog, kind, entry, { validate, at, place: `${name}[${index}]` }));
      }
    }
    save();
  } catch (error) {
    for (const record of loaded.reverse()) finish(catalog.delete(record));
    throw error;
  }
}

/** @throws {FixtureError} for what does not have the shape of a fixture */
export function sectionsOf(fixture: unknown): { kind: Kind; name: string; entries: readonly unknown[] }[] {
  if (!isObject(fixture)) throw new FixtureError(`the fixture is ${nameOf(fixture)}; expected an object`);
  const names = sections.map((section) => section.name);
  const stray = Object.keys(fixture).find((name) => !names.includes(name as keyof Fixture));
  if (stray !== undefined)
    throw new FixtureError(`'${stray}' is nothing that can be loaded; expected ${names.join(", ")}`);
  return sections.flatMap(({ kind, name }) => {
    const entries = fixture[name];
    if (entries === undefined) return [];
    if (!Array.isArray(entries)) throw new FixtureError(`${name} is ${nameOf(entries)}; expected a list`);
    return entries.length === 0 ? [] : [{ kind, name, entries }];
  });
}

interface LoadEntryOptions {
  validate: Validate;
  at: number;
  place: string;
}

function load(catalog: Catalog, kind: Kind, entry: unknown, { validate, at, place }: LoadEntryOptions): CatalogRecord {
  if (!isObject(entry)) throw new FixtureError(`${place} is ${nameOf(entry)}; expected an object`);
  try {
    const data = inputOf(kind, entry);
    const foreign = findForeign(data);
    const mistakes = foreign ? [foreign] : validate({ data });
    if (mistakes.length > 0) throw bodyProblem(mistakes);
    return finish(createRecord(catalog, kind, data, { pointer: "", at }));
  } catch (error) {
    if (error instanceof ApiProblem || error instanceof FixtureError)
      throw new FixtureError(`${place}: ${error.message}`);
    throw error;
  }
}

/** The check of the operation that creates such a resource. */
function createBodyValidator({ operations, schemas }: Fragment, kind: Kind): Validate {
  const path = `/api/catalog-${plural[kind]}`;
  const body = operations.find((one) => one.method === "POST" && one.path.replace(/\/$/, "") === path)?.body;
  if (body === undefined) throw new Error(`no operation of the fragment creates a ${kind}`);
  return createValidator(schemas, { closed: true })(body.schema);
}

/** A fixture's entry as the body with which the API would be asked to create it. */
function inputOf(kind: Kind, { item, categories, ...attributes }: Record<string, unknown>): ResourceInput {
  const identifierOf = (related: Kind, externalId: unknown): Identifier => {
    if (typeof externalId !== "string") {
      throw new FixtureError(`an external id in '${plural[related]}' is ${nameOf(externalId)}; expected a string`);
    }
    return { type: typeOf(related), id: resourceId({ integration: "$custom", catalog: "$default", externalId }) };
  };
  if (categories !== undefined && !Array.isArray(categories)) {
    throw new FixtureError(`'categories' is ${nameOf(categories)}; expected a list of external ids`);
  }
  return {
    type: typeOf(kind),
    attributes,
    ...(item !== undefined && { relationships: { item: { data: identifierOf("item", item) } } }),
    ...(categories && {
      relationships: { categories: { data: categories.map((id) => identifierOf("category", id)) } },
    }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? "a list" : `a ${typeof value}`.replace("a object", "an object");
}
