import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import type { Operation } from "./operation.ts";
import { readCurrentOperations } from "./read-operations.ts";

declare const data: Operation[];

export { data };

export default {
  watch: ["../../../openapi/*.yaml"],
  load: (): Promise<Operation[]> => readCurrentOperations(workspaceRoot),
};
