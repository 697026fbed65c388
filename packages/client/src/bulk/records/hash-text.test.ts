import { expect, test } from "vitest";
import { hashText } from "./hash-text.ts";

// Checkpoints keep hashes: a version that made others would take every source for another one.
test.each<[string, [number, number]]>([
  ["", [451841411, 1217125560]],
  ["a", [2194241793, 1344023463]],
  ["record 1", [4097001425, 3169560551]],
  ["ключ 🔑", [2542347412, 54543173]],
])("the hash of %j stays what it is", (text, hash) => {
  expect(hashText(text)).toEqual(hash);
});
