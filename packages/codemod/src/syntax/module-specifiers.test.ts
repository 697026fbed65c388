import { expect, test } from "vitest";
import { moduleSpecifiers } from "./module-specifiers.ts";

test("every way to import is seen, examples in comments are not", () => {
  const text = `/** import { a } from "comment"; */
import "a"; import type { B } from "b"; import * as c from "c";
export * from "d"; export * as e from "e"; export type { F } from "f"; export type * from "g";
const h = await import("h"); let i: import("i").I<import("j").J>; const k = 'from "string"';
`;
  expect(moduleSpecifiers("file.ts", text)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
});
