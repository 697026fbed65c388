import type { Operation } from "./operation.ts";
import { openapiFolder, readCurrentFragment } from "./read-fragment.ts";
import { readOperations } from "./read-operations.ts";

declare const data: Operation[];

export { data };

export default {
  watch: ["../../../openapi/*.yaml"],
  load: async (): Promise<Operation[]> => readOperations(await readCurrentFragment(openapiFolder)),
};
