import { describe, expect, test } from "vitest";
import { listOperations } from "../document/list-operations.ts";
import { skippedWithoutVendors, vendorDocuments } from "../testing/vendor-documents.ts";
import { documentOutputs } from "./outputs.ts";

/** The newest of each vendor. */
const newest = [...new Map(vendorDocuments.map((each) => [each.name.split("-")[0], each])).values()];

describe.skipIf(newest.length === 0)(`documents of other vendors${skippedWithoutVendors}`, () => {
  test.each(newest)("$name: types and table of all operations, and they compile", async ({ name, document: read }) => {
    const document = structuredClone(await read());
    const operations = [...listOperations(document)];
    // Throws when something does not compile.
    const [types = "", table = ""] = documentOutputs(document, name).values();
    expect(operations.length).toBeGreaterThan(10);
    for (const { path } of operations) {
      expect(table.includes(`${JSON.stringify(path)}: {`) && types.includes(`${JSON.stringify(path)}: `)).toBe(true);
    }
    expect(types).not.toContain("Klaviyo");
  });
});
