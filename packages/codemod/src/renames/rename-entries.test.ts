import { expect, test } from "vitest";
import { migrate, smallPlan } from "../testing/small-plan.ts";

function rename(text: string, options: Parameters<typeof smallPlan>[1] = {}, path = "a.ts"): string {
  return migrate({ [path]: text }, smallPlan({}, options))[0]?.text ?? text;
}

const everyForm = (suffix: string) => `import { createClient } from "@org/client${suffix}";
import type { Schema } from '@org/types${suffix}';
export * from "@org/client${suffix}";
import legacy = require("@org/client${suffix}");
const late = await import("@org/client${suffix}");
const { unwrap } = require("@org/client${suffix}");
type Thing = import("@org/types${suffix}").Schema<"Thing">;
vi.mock("@org/client${suffix}", async (original) => ({ ...(await original()) }));
vi.doMock(import("@org/client${suffix}"));
jest.unstable_mockModule("@org/client${suffix}", () => ({}));
const actual = await vi.importActual<typeof import("@org/client${suffix}")>("@org/client${suffix}");
require.resolve("@org/client${suffix}");
declare module "@org/client${suffix}" {}
`;

test("whoever pinned the old revision is pinned to the new one, in every form of import and of mock", () => {
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
  const current = "2026-01-15";
  expect(rename(everyForm(""), { current })).toBe(everyForm("/2026-04-15"));
  expect(rename(`import "@org/client";\nconst name = "@org/client";\n`, { current })).toBe(
    `import "@org/client/2026-04-15";\nconst name = "@org/client";\n`,
  );
});

test("a file that only mocks an entry, maps it or refers to it is found", () => {
  const forms = (revision: string) => [
    `vi.mock("@org/client/${revision}");\n`,
    `export const alias = { "@org/client/${revision}": "./fake.ts" };\n`,
    `/// <reference types="@org/types/${revision}" />\n`,
  ];
  expect(forms("2026-01-15").map((text) => rename(text))).toEqual(forms("2026-04-15"));
});

test("an entry whose name is put together is listed", () => {
  const text = `const load = (revision) => import(\`@org/client/\${revision}\`);\n`;
  const [report] = migrate({ "a.ts": text }, smallPlan());
  expect(report?.notes.map(({ message }) => message)).toEqual([
    "the name of an entry is put together; use 2026-04-15 instead of 2026-01-15",
  ]);
});

test("a doc comment of JavaScript imports, too", () => {
  const text = (revision: string) => `/** @import { Schema } from "@org/types/${revision}" */\nlet a;\n`;
  expect(rename(text("2026-01-15"), {}, "a.js")).toBe(text("2026-04-15"));
});
