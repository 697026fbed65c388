import { readDeclarations } from "./read-declarations.ts";
import type { Declarations } from "./type-check.ts";

declare const data: Declarations;

export { data };

export default { load: readDeclarations };
