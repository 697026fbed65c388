import { assert, constantFrom, nat, property, string } from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";

test("a cursor comes back as it went out, in characters that need no encoding", () => {
  assert(
    property(constantFrom("after" as const, "before" as const), nat(), (side, seq) => {
      const text = encodeCursor({ side, seq });
      expect(text).toMatch(/^[\w-]+$/);
      expect(decodeCursor(text)).toEqual({ side, seq });
    }),
  );
});

test("anything else is no cursor", () => {
  assert(property(string(), (text) => decodeCursor(text) === undefined));
  expect(decodeCursor(btoa("after::seq::1; drop"))).toBeUndefined();
});
