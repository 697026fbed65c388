import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { valueAt } from "../document/json-pointer.ts";
import { pairsOf } from "../testing/pairs-of.ts";
import { type ReferenceDocument, referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { diffSpecs } from "./diff-specs.ts";
import { groupFindings } from "./group-findings.ts";
import { renderReport } from "./render-report.ts";

const documents = [...referenceDocuments];
/** A minute for all of them; otherwise Catalogs forwards, and of the whole documents the two newest. */
const everyPair = process.env.SPEC_EVERY_PAIR === "1";
const path = (name: string) => resolve(name);

const pairs = pairsOf(documents);
const backwards = pairs.map(([base, head]) => [head, base] as const);
const wholePairs = everyPair ? [...pairs, ...backwards] : pairs.slice(-1);

/** Read once, because it takes as long as comparing. */
const texts = new Map<string, unknown>();
async function published({ file }: ReferenceDocument): Promise<unknown> {
  if (!texts.has(file)) texts.set(file, JSON.parse(await readFile(file, "utf8")));
  return texts.get(file);
}

describe.skipIf(documents.length === 0)(`the published documents${skippedWithoutReference}`, () => {
  const catalogs = everyPair ? [...pairs, ...backwards] : pairs;
  const cases = [
    ...catalogs.map(([base, head]) => [base, head, false] as const),
    ...wholePairs.map(([base, head]) => [base, head, true] as const),
  ].map(
    ([base, head, all]) =>
      [`${base.revision} -> ${head.revision}${all ? ", all of it" : ""}`, base, head, all] as const,
  );

  test.each(cases)("%s: each verdict rests on findings that stand in the documents", async (_, base, head, all) => {
    const diff = await diffSpecs(workspaceRoot, base.file, head.file, { all, path });
    const [old, now] = [await published(base), await published(head)];
    expect(diff.operations.length).toBeGreaterThan(all ? 200 : 0);
    for (const operation of diff.operations) {
      const weights = operation.findings.map(({ bump }) => bump);
      if (operation.bump === "none") expect(weights, operation.operationId).toEqual([]);
      else expect(weights, operation.operationId).toContain(operation.bump);
    }
    const broken = diff.operations.flatMap(({ findings }) =>
      findings.filter(({ pointer }) => valueAt(now, pointer) === undefined && valueAt(old, pointer) === undefined),
    );
    expect(broken).toEqual([]);
    for (const group of groupFindings(diff.operations))
      expect(group.message).not.toMatch(/`undefined`|shape undefined|\[object/);
    expect(renderReport(diff)).toContain(`${base.revision} (`);
  });

  test("a document against itself is nothing at all", async () => {
    const { file = "" } = documents.at(-1) ?? {};
    const { bump, operations, types } = await diffSpecs(workspaceRoot, file, file, { all: true, path });
    expect([bump, types]).toEqual(["none", undefined]);
    expect(operations.every(({ change }) => change === "unchanged")).toBe(true);
  });
});
