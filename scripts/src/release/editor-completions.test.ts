import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PnpmProject, pnpmProject } from "./testing/pnpm-project.ts";

let project: PnpmProject;
let service: ts.LanguageService;
let source = "";
const opened = { version: 0 };

beforeAll(async () => {
  project = await pnpmProject({});
  const file = join(project.folder, "editor.ts");
  service = ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      types: [],
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(opened.version) : "1"),
    getScriptSnapshot: (name) => {
      const text = name === file ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => project.folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    realpath: ts.sys.realpath ?? ((path) => path),
  });
});

afterAll(() => project[Symbol.asyncDispose]());

/** What the editor offers where `|` stands. */
function offered(call: string): string[] {
  const text = `import { createClient, paginate } from "@org/client";\nconst klaviyo = createClient({ apiKey: "pk_1" });\n${call}`;
  source = text.replace("|", "");
  opened.version++;
  const found = service.getCompletionsAtPosition(join(project.folder, "editor.ts"), text.indexOf("|"), {});
  return found?.entries.map(({ name }) => name.replaceAll('"', "")).sort() ?? [];
}

const query = [
  "fields[catalog-item]",
  "fields[catalog-variant]",
  "filter",
  "include",
  "page[cursor]",
  "page[size]",
  "sort",
];

test.each([
  ['klaviyo.GET("/api/catalog-items", { params: { query: { | } } });', query],
  ['klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"], | } } });', query.toSpliced(3, 1)],
  ['paginate(klaviyo, "/api/catalog-items", { params: { query: { | } } });', query],
  ['klaviyo.GET("/api/catalog-items/{id}", { params: { | } });', ["header", "path", "query"]],
  ['klaviyo.GET("/api/catalog-items/{id}", { params: { path: { | } } });', ["id"]],
  ['klaviyo.GET("/api/catalog-items", { params: { query: { include: ["|"] } } });', ["variants"]],
  ['klaviyo.GET("/api/catalog-items", { params: { query: { sort: "|" } } });', ["-created", "created"]],
  ['klaviyo.POST("/api/catalog-items", { body: { data: { | } } });', ["attributes", "relationships", "type"]],
])("%s", (call, expected) => {
  expect(offered(call)).toEqual(expected);
});

test("what a call takes besides its parameters, and no global", () => {
  const names = offered('klaviyo.GET("/api/catalog-items", { | });');
  expect(names).toEqual(expect.arrayContaining(["headers", "middleware", "params", "signal"]));
  expect(names).not.toContain("Array");
});

test.each(['klaviyo.GET("|");', 'klaviyo.GET("|", { params: {} });', 'paginate(klaviyo, "|");'])(
  "paths: %s",
  (call) => {
    const paths = offered(call);
    expect(paths).toContain("/api/catalog-items");
    expect(paths.filter((path) => path.includes(" "))).toEqual([]);
  },
);
