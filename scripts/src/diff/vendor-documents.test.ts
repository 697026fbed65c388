import { describe, expect, test } from "vitest";
import { valueAt } from "../document/json-pointer.ts";
import { skippedWithoutVendors, vendorPairs } from "../testing/vendor-documents.ts";
import { diffDocuments } from "./diff-documents.ts";
import { groupFindings } from "./group-findings.ts";

/** As CI has little time: every vendor's next version, but the largest one only where it is asked for. */
const pairs = vendorPairs.filter(({ vendor }) => vendor !== "stripe" || process.env.SPEC_EVERY_PAIR === "1");

describe.skipIf(pairs.length === 0)(`documents of other vendors${skippedWithoutVendors}`, () => {
  test.each(pairs)(
    "$vendor: a change of a component is one finding, which stands in the documents",
    async ({ base, head }) => {
      const [old, now] = [await base.document(), await head.document()];
      const { operations } = diffDocuments(old, now);
      const groups = groupFindings(operations);
      expect(groups.length).toBeGreaterThan(0);
      const said = groups.map(({ rule, direction, pointer, message }) => [rule, direction, pointer, message].join(" "));
      expect(new Set(said).size).toBe(said.length);
      for (const { pointer, message } of groups) {
        expect(valueAt(now, pointer) ?? valueAt(old, pointer), pointer).toBeDefined();
        expect(message).not.toMatch(/`undefined`|shape undefined|\[object/);
      }
    },
  );

  test.each(pairs)("$vendor: a document against itself is nothing at all", async ({ head }) => {
    const document = await head.document();
    const { bump, types } = diffDocuments(document, structuredClone(document));
    expect([bump, types]).toEqual(["none", undefined]);
  });
});
