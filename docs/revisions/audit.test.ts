import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Audit, auditDocuments } from "@org/scripts/src/matrix/audit-documents.ts";
import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import { expect, test } from "vitest";
import { renderAudit } from "./reports/render-audit.ts";

const folder = process.env.KLAVIYO_OPENAPI_DIR;
const skipped = folder ? "" : " (skipped: set KLAVIYO_OPENAPI_DIR)";
const committed = JSON.parse(await readFile(join(import.meta.dirname, "audit.json"), "utf8")) as Audit;

test.skipIf(folder === undefined)(
  `the audit is that of the published documents${skipped}`,
  async () => {
    // A fork that selects something else may have kept the page, which says what it compares.
    const now = await auditDocuments(workspaceRoot, folder ?? "", committed.selection);
    const renew =
      "it is out of date: renew it with `pnpm spec:matrix --documents <folder>`, and commit docs/revisions/audit.json";
    expect(committed, renew).toEqual(now);
  },
  300_000,
);

test("the page has the verdict between neighbours and for the whole way, and what to do where a program can break", () => {
  const page = renderAudit(committed);
  const { documents, comparisons } = committed;
  expect(comparisons).toHaveLength(documents.length > 2 ? documents.length : documents.length - 1);
  expect(page.match(/^## (From|The whole way)/gm)).toHaveLength(comparisons.length);
  const breaking = comparisons.flatMap(({ findings }) => findings).filter(({ bump }) => bump === "major");
  expect(page.match(/<details /g) ?? []).toHaveLength(breaking.length);
  for (const { advice } of breaking) expect(advice).toMatch(/^[A-Z].*\.$/);
});
