import { expect, test } from "vitest";
import { openProject } from "../project/project.ts";
import { entryOf } from "./entry.ts";
import { standings } from "./standings.ts";

const revisions = { from: "2026-01-15", to: "2026-04-15", current: "2026-04-15" };

function of(files: Record<string, string>, overrides = {}) {
  const project = openProject("/project", new Map(Object.entries(files)), (name) => entryOf(name) !== undefined);
  return Object.fromEntries(standings(project, { ...revisions, ...overrides }));
}

test("a file is for the revision whose entry it imports, and may be for any if it imports the one without", () => {
  const files = {
    "old.ts": `import "@org/client/2026-01-15";`,
    "both.ts": `import "@org/client/2026-01-15"; import "@org/client";`,
    "plain.ts": `import "@org/types";`,
    "mock.ts": `import "@org/mock";`,
    "redis.ts": `import "@org/client/redis";`,
    "new.ts": `import "@org/client/2026-04-15";`,
    "third.ts": `import "@org/client/2024-02-15";`,
    "none.ts": `import "hono";`,
  };
  expect(of(files)).toEqual({
    "old.ts": "old",
    "both.ts": "maybe",
    "plain.ts": "maybe",
    "mock.ts": "maybe",
    "redis.ts": "maybe",
    "new.ts": "new",
    "third.ts": "other",
  });
});

test("the entry without a revision is the old one while that is current, and a third one when another is", () => {
  const files = { "plain.ts": `import "@org/client";` };
  expect(of(files, { current: "2026-01-15" })).toEqual({ "plain.ts": "old" });
  expect(of(files, { current: "2026-10-15" })).toEqual({ "plain.ts": "other" });
  expect(of(files, { unpin: true })).toEqual({ "plain.ts": "new" });
});

test("who imports such a file, directly or not, may have its client from there", () => {
  const files = {
    "src/client.mts": `export * from "@org/client/2026-01-15";`,
    "src/app/index.tsx": `import { klaviyo } from "../client.mjs";`,
    "src/main.js": `const app = require("./app");`,
    "src/late.cts": `import main = require("./main.js");`,
    "src/pinned.ts": `import "./client.mts"; import "@org/client/2024-02-15";`,
    "src/apart.ts": `import "./nothing.ts";`,
  };
  expect(of(files)).toEqual({
    "src/client.mts": "old",
    "src/app/index.tsx": "maybe",
    "src/main.js": "maybe",
    "src/late.cts": "maybe",
    "src/pinned.ts": "other",
  });
});
