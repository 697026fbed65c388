import type { Fragment, Schema } from "./fragment.ts";

/** The component that a schema refers to; `undefined` for one that refers to none. */
export function targetOf({ $ref }: Schema, schemas: Fragment["schemas"]): Schema | undefined {
  return $ref === undefined ? undefined : schemas[$ref.replace("#/components/schemas/", "")];
}
