import { expect, test } from "vitest";
import { parseSource } from "../syntax/parse-source.ts";
import { standings } from "./standings.ts";

const revisions = { from: "2026-01-15", to: "2026-04-15", current: "2026-04-15" };

function of(files: Record<string, string>, overrides = {}) {
  const trees = new Map(Object.entries(files).map(([path, text]) => [path, parseSource(path, text)]));
  return Object.fromEntries(standings(trees, { ...revisions, ...overrides }));
}

test("a file is for the old revision if it imports its entry, and may be if it imports the one without a revision", () => {
  const files = {
    "old.ts": `import "@org/client/2026-01-15";`,
    "both.ts": `import "@org/client/2026-01-15"; import "@org/client";`,
    "plain.ts": `import "@org/types";`,
    "mock.ts": `import "@org/mock";`,
    "new.ts": `import "@org/client/2026-04-15";`,
    "third.ts": `import "@org/client/2024-02-15";`,
    "none.ts": `import "hono";`,
  };
  expect(of(files)).toEqual({ "old.ts": "old", "both.ts": "maybe", "plain.ts": "maybe", "mock.ts": "maybe" });
});

test("the entry without a revision is the old one while that is current, and none when another is", () => {
  const files = { "plain.ts": `import "@org/client";` };
  expect(of(files, { current: "2026-01-15" })).toEqual({ "plain.ts": "old" });
  expect(of(files, { current: "2026-10-15" })).toEqual({});
});

test("who imports such a file, directly or not, may have its client from there", () => {
  const files = {
    "src/client.mts": `export * from "@org/client/2026-01-15";`,
    "src/app/index.tsx": `import { klaviyo } from "../client.mjs";`,
    "src/main.js": `const app = require("./app");`,
    "src/pinned.ts": `import "./client.mts"; import "@org/client/2024-02-15";`,
    "src/apart.ts": `import "./nothing.ts";`,
  };
  expect(of(files)).toEqual({ "src/client.mts": "old", "src/app/index.tsx": "maybe", "src/main.js": "maybe" });
});
