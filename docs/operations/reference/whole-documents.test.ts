import { readdirSync } from "node:fs";
import { join } from "node:path";
import { listOperations } from "@org/scripts/src/document/list-operations.ts";
import { readDocument } from "@org/scripts/src/document/read-document.ts";
import { expect, test } from "vitest";
import { makeCall } from "./make-call.ts";
import { operationFacts } from "./operation-facts.ts";
import { pageNames } from "./page-names.ts";
import { renderOperation } from "./render-operation.ts";

const folder = process.env.KLAVIYO_OPENAPI_DIR;
const skipped = folder ? "" : " (skipped: set KLAVIYO_OPENAPI_DIR)";
const files = folder ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [""];

test.skipIf(folder === undefined).each(files)(
  `every operation of the whole API has a call and a page: %s${skipped}`,
  async (file) => {
    const { document } = await readDocument(join(folder ?? "", file));
    const entries = [...listOperations(document)];
    const names = pageNames(document);
    expect(new Set(names.values()).size).toBe(entries.length);
    for (const entry of entries) {
      const facts = operationFacts(document, entry);
      const call = makeCall(document, entry);
      const answer = { status: 204, body: undefined, isSampled: false };
      const page = { revision: "", isCurrent: true, name: "", facts, call, answer, twins: [], changes: [] };
      expect(renderOperation(page)).toContain("## Call");
      const required = facts.parameters.filter(({ in: place, isRequired }) => isRequired && place === "query");
      expect(Object.keys(call.init.params?.query ?? {})).toEqual(
        expect.arrayContaining(required.map(({ name }) => name)),
      );
      expect("body" in call.init).toBe(facts.body !== undefined);
    }
  },
  60_000,
);
