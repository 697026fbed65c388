import type { Ajv, ValidateFunction } from "ajv";
import type { Catalog } from "../catalog/catalog.ts";
import { type Kind, plural, resourceId, typeOf } from "../catalog/kind.ts";
import { createRecord, type Identifier, type ResourceInput } from "../catalog/write-record.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import type { Fragment } from "../fragment/fragment.ts";
import { createAjv, toJsonSchema } from "../fragment/json-schema.ts";
import { problemOf } from "../fragment/problem-of.ts";
import { type Fixture, FixtureError } from "./fixture.ts";

/** What links point to comes first. */
const sections = [
  { kind: "category", name: "categories" },
  { kind: "item", name: "items" },
  { kind: "variant", name: "variants" },
] as const;

/**
 * Puts a fixture's entries into a catalog, checked as the API would check them.
 *
 * @throws {FixtureError} at the first entry that the API would refuse; the ones before it stay
 */
export function loadFixture(catalog: Catalog, fixture: Fixture, fragment: Fragment): void {
  const names = sections.map((section) => section.name);
  const stray = Object.keys(fixture).find((name) => !names.includes(name as keyof Fixture));
  if (stray !== undefined)
    throw new FixtureError(`'${stray}' is nothing that can be loaded; expected ${names.join(", ")}`);
  const ajv = createAjv(fragment, { closed: true });
  for (const { kind, name } of sections) {
    const entries = fixture[name] ?? [];
    if (entries.length === 0) continue;
    const validate = createValidator(fragment, kind, ajv);
    for (const [index, entry] of entries.entries()) load(catalog, kind, entry, validate, `${name}[${index}]`);
  }
}

function load(catalog: Catalog, kind: Kind, entry: object, validate: ValidateFunction, at: string): void {
  const data = fixtureInput(kind, entry);
  if (!validate({ data })) {
    throw new FixtureError(`${at}: ${(validate.errors ?? []).map((error) => problemOf(error).detail).join(" ")}`);
  }
  try {
    createRecord(catalog, kind, data, "");
  } catch (error) {
    throw error instanceof ApiProblem ? new FixtureError(`${at}: ${error.message}`) : error;
  }
}

/** The check of the operation that creates such a resource. */
function createValidator({ operations }: Fragment, kind: Kind, ajv: Ajv): ValidateFunction {
  const path = `/api/catalog-${plural[kind]}`;
  const body = operations.find((one) => one.method === "POST" && one.path.replace(/\/$/, "") === path)?.body;
  if (body === undefined) throw new Error(`no operation of the fragment creates a ${kind}`);
  return ajv.compile(toJsonSchema(body.schema, { closed: true }));
}

/** A fixture's entry as the body with which the API would be asked to create it. */
export function fixtureInput(kind: Kind, entry: object): ResourceInput {
  const { item, categories, ...attributes } = entry as { item?: string; categories?: readonly string[] };
  return {
    type: typeOf(kind),
    attributes,
    ...(item !== undefined && { relationships: { item: { data: identifierOf("item", item) } } }),
    ...(categories && {
      relationships: { categories: { data: categories.map((id) => identifierOf("category", id)) } },
    }),
  };
}

function identifierOf(kind: Kind, externalId: string): Identifier {
  return { type: typeOf(kind), id: resourceId({ integration: "$custom", catalog: "$default", externalId }) };
}
