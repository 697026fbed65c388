import { expect, test } from "vitest";
import { isMissing, isTaken } from "./settle-doubts.ts";

test.each([
  ["duplicate_resource", true],
  ["Conflict", true],
  ["already_exists", true],
  ["invalid", false],
])("whether the code %s says that a record exists: %j", (code, expected) => {
  expect(isTaken({ code, detail: "" })).toBe(expected);
});

test.each([
  [{ code: "not_found" }, true],
  [{ code: "resource_not_found", pointer: "/id" }, true],
  [{ code: "Does_Not_Exist", pointer: "" }, true],
  // It is a record that it names.
  [{ code: "not_found", pointer: "/relationships/item/data/id" }, false],
  [{ code: "invalid", pointer: "/id" }, false],
])("whether %j says that a record does not exist: %j", (error, expected) => {
  expect(isMissing({ ...error, detail: "" })).toBe(expected);
});
