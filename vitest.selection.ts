import { resolve } from "node:path";
import selection from "./tsconfig.selection.json" with { type: "json" };

/** Tests of what the selection in `openapi/fragment.yaml` does not have. `tsc` leaves them out as well. */
export const notSelected = selection.exclude.map((path) => resolve(import.meta.dirname, path));
