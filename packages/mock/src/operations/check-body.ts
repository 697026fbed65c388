import { forEachInSteps, type Steps } from "../catalog/steps.ts";
import type { Fragment, Schema } from "../fragment/fragment.ts";
import { findForeign } from "../fragment/plain-json.ts";
import { targetOf } from "../fragment/target-of.ts";
import { type createValidator, enough, type Mistake, type Validate } from "../fragment/validator.ts";

/** All mistakes of a parsed body, found in steps: a list of 5 MB has 80,000 entries. */
export type CheckBody = (body: unknown) => Steps<readonly Mistake[]>;

/** Checks bodies against a schema. One whose `data` is a list is checked entry by entry. */
export function createBodyCheck(
  schema: Schema,
  schemas: Fragment["schemas"],
  compile: ReturnType<typeof createValidator>,
): CheckBody {
  const validate = compile(schema);
  const target = targetOf(schema, schemas) ?? schema;
  const { items, ...list } = target.properties?.data ?? {};
  const validateAround = compile({ ...target, properties: { ...target.properties, data: list } });
  const validateEntry = compile(items ?? {});

  return function* (body) {
    if (items === undefined || !hasList(body)) {
      const foreign = findForeign(body);
      yield;
      return foreign ? [foreign] : validate(body);
    }
    const { data: entries, ...around } = body;
    const foreign = findForeign(around);
    const mistakes = foreign ? [foreign] : [...validateAround(body)];
    yield* forEachInSteps(entries, (entry, index) => {
      if (mistakes.length >= enough) return;
      for (const mistake of mistakesIn(entry, validateEntry))
        mistakes.push({ ...mistake, path: ["data", index, ...mistake.path] });
    });
    return mistakes;
  };
}

function hasList(body: unknown): body is { data: readonly unknown[] } {
  return Array.isArray((body as { data?: unknown } | null)?.data);
}

function mistakesIn(value: unknown, validate: Validate): readonly Mistake[] {
  const foreign = findForeign(value);
  return foreign ? [foreign] : validate(value);
}
