import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listOperations } from "../document/list-operations.ts";
import type { Filter, OpenApiDocument, Operation } from "../document/openapi.ts";
import { readDocument } from "../document/read-document.ts";
import { resolve } from "../document/reference.ts";
import { listFragments } from "../generate/fragments.ts";
import { sliceDocument } from "../pull/slice-document.ts";
import { referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { compareStructure } from "./compare-structure.ts";
import { proseFilters } from "./prose-filters.ts";
import { sentences } from "./sentences.ts";

const isCatalogs = ({ operation }: { operation: Operation }) => operation.tags?.includes("Catalogs") ?? false;

async function fragment(revision: string): Promise<OpenApiDocument> {
  const file = join(workspaceRoot, "openapi", `${revision}.yaml`);
  return (await readDocument(file)).document;
}

function published(revision: string): OpenApiDocument {
  const { file } = referenceDocuments.find((document) => document.revision === revision) ?? { file: "" };
  return JSON.parse(readFileSync(file, "utf8"));
}

const ours = (await listFragments(workspaceRoot)).map((name) => name.replace(".yaml", ""));
const both = ours.filter((revision) => referenceDocuments.some((document) => document.revision === revision));

describe.skipIf(referenceDocuments.length === 0)(
  `the fragments against the published documents${skippedWithoutReference}`,
  { timeout: 60_000 },
  () => {
    test.each(both)(
      "%s has exactly the published structure, and filters where only prose has them",
      async (revision) => {
        const differences = compareStructure(await fragment(revision), published(revision), isCatalogs);
        const filters = differences.filter(({ pointer }) => pointer.endsWith("/x-klaviyo-filters"));
        expect(differences).toEqual(filters);
        expect(filters.map(({ reference }) => reference)).toEqual(filters.map(() => undefined));
      },
    );

    test("2023-12-15 has the filters that the published descriptions name", async () => {
      const reference = published("2023-12-15");
      const ours = new Map([...listOperations(await fragment("2023-12-15"))].map((entry) => [entry.pointer, entry]));
      const named = [...listOperations(reference)].filter(isCatalogs).flatMap(({ pointer, operation }) => {
        const parameter = operation.parameters
          ?.map((each) => resolve(reference, each))
          .find(({ name }) => name === "filter");
        const description = parameter && "description" in parameter ? String(parameter.description) : undefined;
        return [[pointer, description === undefined ? undefined : proseFilters(description)] as const];
      });
      expect(named.filter(([, filters]) => filters)).toHaveLength(15);
      for (const [pointer, filters] of named) {
        expect([pointer, operators(ours.get(pointer)?.operation["x-klaviyo-filters"])]).toEqual([pointer, filters]);
      }
    });

    // What else is selected is pulled with upstream's words, for whoever selects it.
    test.each(both)("no sentence about the Catalogs of %s is copied", async (revision) => {
      const theirs = new Set(referenceDocuments.flatMap((document) => [...sentences(published(document.revision))]));
      expect(theirs.size).toBeGreaterThan(1_000);
      const catalogs = sliceDocument(await fragment(revision), isCatalogs);
      expect([...sentences(catalogs)].filter((sentence) => theirs.has(sentence))).toEqual([]);
    });
  },
);

function operators(filters: Record<string, Filter> | undefined): Record<string, string[]> | undefined {
  if (!filters) return undefined;
  return Object.fromEntries(
    Object.entries(filters).map(([field, { operators }]) => [field, Object.values(operators).flat().sort()]),
  );
}
