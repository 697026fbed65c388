import type { OperationVerdict } from "@org/scripts/src/diff/verdict.ts";
import { listOperations } from "@org/scripts/src/document/list-operations.ts";
import type { OpenApiDocument } from "@org/scripts/src/document/openapi.ts";
import { createMarkdownRenderer } from "vitepress";
import { expect, test } from "vitest";
import { compileTemplate } from "vue/compiler-sfc";
import { asPage } from "../../revisions/reports/guides.ts";
import { renderAudit } from "../../revisions/reports/render-audit.ts";
import { renderMatrix } from "../../revisions/reports/render-matrix.ts";
import { makeCall } from "./make-call.ts";
import { operationFacts } from "./operation-facts.ts";
import { pageNames } from "./page-names.ts";
import type { OperationPage } from "./reference.ts";
import { renderIndex } from "./render-index.ts";
import { renderOperation } from "./render-operation.ts";

const evil =
  "</script><script>alert(1)</script> {{ evil() }} <img src=x onerror=evil()> `code` ``` | {#id} :smile: [x](y) <!--@include: ../secret.md--> https://evil.example **bold**";

function hostileDocument(): OpenApiDocument {
  const schema = {
    type: "object",
    required: [evil],
    properties: { [evil]: { type: "string", enum: [evil], default: evil, pattern: evil, description: evil } },
  };
  const media = { [evil]: { schema } };
  return {
    openapi: "3.0.2",
    info: { title: evil, version: "2020-01-15" },
    paths: {
      [`/api/${evil}`]: {
        post: {
          operationId: evil,
          tags: [evil],
          ...{ summary: evil, description: evil },
          parameters: [
            { name: evil, in: "query", required: true, schema: { type: "string", enum: [evil] } },
            { name: "page[cursor]", in: "query", schema: { type: "string", format: evil, description: evil } },
          ],
          requestBody: { required: true, content: media },
          responses: { [evil]: { ...{ description: evil }, content: media } },
          "x-klaviyo-scopes": [evil],
          "x-klaviyo-operation-aliases": [evil],
          "x-klaviyo-filters": { [evil]: { operators: { single: [evil] }, value: { type: "string" } } },
        },
      },
    },
  };
}

function hostilePage(): OperationPage {
  const document = hostileDocument();
  const [entry] = [...listOperations(document)];
  if (!entry) throw new Error("expected an operation");
  const finding = { rule: evil, direction: "response", bump: "major", pointer: "", message: evil, by: "wire" } as const;
  const verdict: OperationVerdict = {
    method: "POST",
    path: evil,
    operationId: evil,
    change: "changed",
    bump: "major",
    request: "unchanged",
    response: "breaking",
    findings: [finding],
  };
  return {
    revision: "2020-01-15",
    isCurrent: false,
    name: pageNames(document).get(`POST ${entry.path}`) ?? "",
    facts: operationFacts(document, entry),
    call: makeCall(document, entry),
    answer: { status: 200, body: { data: evil }, isSampled: false },
    twins: [{ revision: "2019-01-15", page: { name: "x", path: evil, operationId: evil } }, { revision: evil }],
    changes: [{ from: "2019-01-15", to: "2020-01-15", verdict }],
  };
}

const finding = { rule: evil, direction: "response", bump: "major", count: 1, operations: [evil] } as const;
const comparison = { from: evil, to: evil, bump: "major", operations: { [evil]: 1 } } as const;

const documents: Record<string, () => string> = {
  "the page of an operation": () => renderOperation(hostilePage()),
  "the list of operations": () => {
    const page = hostilePage();
    return renderIndex({ revision: "2020-01-15", isCurrent: true, pages: [page] }, ["2020-01-15", "2019-01-15"]);
  },
  "the matrix": () => renderMatrix([{ revision: "2020-01-15", document: hostileDocument() }]),
  "the audit": () =>
    renderAudit({
      selection: { tags: [evil], paths: [evil], operationIds: [evil] },
      documents: [{ revision: evil, sha256: evil }],
      comparisons: [{ ...comparison, findings: [{ ...finding, operations: [evil], places: [evil], advice: evil }] }],
    }),
  "a migration guide": () => asPage(`# Guide\n\n- ${evil.replaceAll("`", "")}\n\n\`${evil.replaceAll("`", "")}\`\n`),
};

const markdown = await createMarkdownRenderer(import.meta.dirname, { languages: [] }, "/");

test.each(Object.entries(documents))("in %s, text of a document stays text", async (_, render) => {
  const source = render();
  expect(source).not.toMatch(/<!--\s*@include/);
  const html = await markdown.render(source.replaceAll("```ts twoslash", "```ts"), {});
  expect(html).not.toMatch(/<script|<\/script|<img|<!--/i);
  const { code, errors } = compileTemplate({ source: `<div>${html}</div>`, filename: "page.vue", id: "page" });
  expect(errors).toEqual([]);
  // What Vue would compute stands in a call of this function.
  expect(code).not.toMatch(/toDisplayString/);
  expect(html).toMatch(/&lt;|&#60;/);
});

test("what is hostile in a table stays in its cell", async () => {
  const html = await markdown.render(documents["the list of operations"]?.() ?? "", {});
  const rows = [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) => row.match(/<t[hd]/g)?.length);
  expect(rows).toEqual([3, 3]);
});

test("names of pages are names of files, and no two are the same", () => {
  const { paths } = hostileDocument();
  const [item = {}] = Object.values(paths);
  const twice = {
    ...hostileDocument(),
    paths: { ...paths, "/api/other": item, "/index": { get: { operationId: "index" } } },
  };
  const names = [...pageNames(twice).values()];
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[\w-]+$/);
  expect(names).not.toContain("index");
});
