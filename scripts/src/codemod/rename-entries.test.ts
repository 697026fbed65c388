import { expect, test } from "vitest";
import { parseSource } from "../syntax/parse-source.ts";
import { applyEdits } from "./edit.ts";
import type { Revisions } from "./migration.ts";
import { renameEntries } from "./rename-entries.ts";

const nothing = { operations: [], paths: new Map(), operationIds: new Map(), schemas: new Map() };

function rename(text: string, revisions: Partial<Revisions> = {}): string {
  const migration = { from: "2026-01-15", to: "2026-04-15", current: "2026-04-15", ...revisions, ...nothing };
  return applyEdits(text, renameEntries(parseSource("a.ts", text), migration).edits);
}

const everyForm = (suffix: string) => `import { createClient } from "@org/client${suffix}";
import type { Schema } from '@org/types${suffix}';
export * from "@org/client${suffix}";
import legacy = require("@org/client${suffix}");
const late = await import("@org/client${suffix}");
const { unwrap } = require("@org/client${suffix}");
type Thing = import("@org/types${suffix}").Schema<"Thing">;
vi.mock("@org/client${suffix}");
`;

test("whoever pinned the old revision is pinned to the new one, in every form of import", () => {
  expect(rename(everyForm("/2026-01-15"))).toBe(everyForm("/2026-04-15"));
});

test("--unpin takes the revision away", () => {
  expect(rename(everyForm("/2026-01-15"), { unpin: true })).toBe(everyForm(""));
});

test("other revisions, other packages and the entry of the new revision stay", () => {
  const text = everyForm("/2024-02-15") + everyForm("") + everyForm("/2026-01-15x") + everyForm("/2026-01-15.pre");
  expect(rename(text)).toBe(text);
});

test("the entry without a revision is pinned when it stands for the old revision and not for the new one", () => {
  const text = `import "@org/client";\nconst name = "@org/client";\n`;
  expect(rename(text, { current: "2026-01-15" })).toBe(
    `import "@org/client/2026-04-15";\nconst name = "@org/client";\n`,
  );
});
