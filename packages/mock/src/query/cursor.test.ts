import { assert, constantFrom, nat, property, string } from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";

test("a cursor comes back to its list as it went out, in characters that need no encoding", () => {
  assert(
    property(constantFrom("after" as const, "before" as const), nat(), string(), (side, seq, list) => {
      const text = encodeCursor({ side, seq }, list);
      expect(text).toMatch(/^[\w-]+$/);
      expect(atob(text)).not.toMatch(/after|before/);
      expect(decodeCursor(text, list)).toEqual({ side, seq });
    }),
  );
});

test("anything else, and the cursor of another list, is no cursor", () => {
  assert(
    property(string(), (text) => {
      expect(() => decodeCursor(text, "items")).toThrow("is not a cursor");
    }),
  );
  const cursor = encodeCursor({ side: "after", seq: 5 }, "items");
  expect(() => decodeCursor(cursor, "categories")).toThrow("is not a cursor");
  expect(() => decodeCursor(`${cursor}A`, "items")).toThrow("is not a cursor");
});
