import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Fragment } from "../fragment.ts";
import { fragmentId, type ToJsonSchemaOptions, toJsonSchema } from "./to-json-schema.ts";

/** A validator that knows a fragment's components, so that schemas may refer to them. */
export function createAjv(fragment: Fragment, options?: ToJsonSchemaOptions): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const schemas = Object.entries(fragment.schemas).map(([name, schema]) => [name, toJsonSchema(schema, options)]);
  return ajv.addSchema({ $id: fragmentId, components: { schemas: Object.fromEntries(schemas) } });
}
