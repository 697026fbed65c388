import type { Kind } from "../catalog/kind.ts";
import type { Schema } from "../fragment/fragment.ts";
import { createValidator, type Validate } from "../fragment/validator.ts";
import type { Action, JobStatus } from "../jobs/job.ts";
import type { StoredKind } from "../storage/storage.ts";

const string: Schema = { type: "string" };
const number: Schema = { type: "number" };
const integer: Schema = { type: "integer" };
const strings: Schema = { type: "array", items: string };

function object(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", properties, required: Object.keys(properties) };
}

function record(kind: Kind, texts: readonly string[], beside: Readonly<Record<string, Schema>> = {}): Schema {
  const names = ["external_id", "created", "updated", ...texts];
  const attributes = object(Object.fromEntries(names.map((name) => [name, string])));
  return object({ seq: integer, kind: { enum: [kind] }, id: string, attributes, ...beside });
}

const schemas = (): Readonly<Record<StoredKind, Schema>> => ({
  category: record("category", ["name"]),
  item: record("item", ["title", "description", "url"]),
  variant: record("variant", ["title", "description", "url"], { itemId: string }),
  link: { ...strings, minItems: 2, maxItems: 2 },
  job: object({
    seq: integer,
    id: string,
    kind: { enum: ["item", "variant", "category"] satisfies Kind[] },
    action: { enum: ["create", "update", "delete"] satisfies Action[] },
    records: { type: "array", items: { type: "object" } },
    pace: object({ queued: number, processing: number }),
    created: number,
    expires: number,
    status: { enum: ["queued", "processing", "complete", "cancelled"] satisfies JobStatus[] },
    done: integer,
    failed: integer,
    errors: { type: "array", items: { type: "object" } },
    succeeded: strings,
  }),
  subscription: object({ seq: integer, body: {} }),
});

/** Checks of what a storage has kept, by its kind: what a mock has written looks like this, as far as it relies on it. */
export function storedChecks(): ReadonlyMap<StoredKind, Validate> {
  const compile = createValidator({});
  return new Map(Object.entries(schemas()).map(([kind, schema]) => [kind as StoredKind, compile(schema)]));
}
