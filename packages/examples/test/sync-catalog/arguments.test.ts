import { expect, test } from "vitest";
import { commandOf, readArguments, usage } from "../../src/sync-catalog/arguments.ts";

test("what is not said is as the usage tells", () => {
  expect(readArguments(["products.csv"])).toEqual({
    file: "products.csv",
    map: undefined,
    shop: "https://shop.example",
    dryRun: false,
    deleteMissing: false,
    maxDelete: { text: "10%", part: 10n, whole: 100n },
    yes: false,
    errors: undefined,
    json: false,
    live: false,
  });
  expect(readArguments(["--help"])).toBe("help");
});

test("no address is made up for a shop whose products go to a real account", () => {
  expect(readArguments(["products.csv", "--live"])).toMatchObject({ live: true, shop: undefined });
  expect(readArguments(["products.csv", "--shop", "https://a.example/"])).toMatchObject({ shop: "https://a.example" });
});

test.each([
  [["--map"], /^Option '--map <value>' argument missing/],
  [[], /^expected one file, found 0/],
  [["a.csv", "b.csv"], /^expected one file, found 2/],
  [["a.csv", "--max-delete", "all"], /^--max-delete expects a share such as 10%, at most 100%, found 'all'$/],
  [["a.csv", "--max-delete", "101%"], /^--max-delete expects a share/],
  [["a.csv", "--max-delete", "100.1%"], /^--max-delete expects a share/],
  [["a.csv", "--shop", "here"], /^--shop expects a web address such as https:\/\/shop\.example, found 'here'$/],
  [
    ["a.csv", "--errors", "failed.txt"],
    /^--errors expects a name that ends in \.ndjson or \.jsonl, found 'failed\.txt'$/,
  ],
  [["a.csv", "--errors", "failed.csv"], /^--errors expects a name that ends in/],
  [["a.csv", "--errors", "failed.json"], /^--errors expects a name that ends in/],
  [["a.csv", "--errors", "./a.csv"], /^--errors would write over a\.csv itself/],
])("%j is a mistake", (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});

test("the usage names every option, and no other", () => {
  const named = new Set(usage.match(/--[a-z][a-z-]+/g));
  for (const option of named) {
    if (option !== "--help") expect(() => readArguments(["a.csv", option])).not.toThrow("Unknown option");
  }
  expect(named.size).toBe(9);
});

test("a command can be pasted into a shell", () => {
  expect(commandOf(["my shop's.csv", "--max-delete", "5%"])).toBe("pnpm sync 'my shop'\\''s.csv' --max-delete 5%");
});
