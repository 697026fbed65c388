import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { listOperations } from "../document/list-operations.ts";
import type { Schema } from "../document/openapi.ts";
import { parametersOf } from "../document/parameters.ts";
import { readDocument } from "../document/read-document.ts";
import { resolve } from "../document/reference.ts";
import { listFragments, readSettings } from "../generate/fragments.ts";
import { referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { runOrThrow } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { commitAll, copyWorkingTree } from "./copy-working-tree.ts";
import { independentTests } from "./independent-tests.ts";
import { pnpm } from "./pnpm.ts";

/** What is selected: three tags, or others by the environment; `*` is the whole API. */
const tags = (process.env.WIDER_TAGS ?? "Profiles,Lists,Events").split(",");

const { current } = await readSettings(workspaceRoot);
const published = referenceDocuments.find(({ revision }) => revision === current);
const pulled = (await listFragments(workspaceRoot)).map((name) => name.replace(".yaml", ""));

interface List {
  path: string;
  /** Query parameter of the sparse fieldset of what is listed, and two of its fields. */
  fieldset: string;
  field: string;
  other: string;
}

/** The first list that can be asked for with nothing but its path; some tags have none. */
async function firstList(fragment: string): Promise<List | undefined> {
  const { document } = await readDocument(fragment);
  for (const entry of listOperations(document)) {
    const { method, path } = entry;
    const [, type] = /^\/api\/([\w-]+)s$/.exec(path) ?? [];
    const parameters = parametersOf(document, entry);
    const fieldset = parameters.find(({ name }) => name === `fields[${type}]`);
    if (method !== "get" || !fieldset || parameters.some((one) => one.required && one.in !== "header")) continue;
    const { items } = resolve<Schema>(document, fieldset.schema ?? {});
    const fields = resolve<Schema>(document, items ?? {}).enum?.map(String) ?? [];
    const [field, other] = fields.filter((name) => !name.includes("."));
    if (field && other) return { path, fieldset: fieldset.name, field, other };
  }
  return undefined;
}

/** Only what was asked for is read by its type. */
const readList = ({ path, fieldset, field, other }: List) => `
const { data } = await unwrap(klaviyo.GET("${path}", { params: { query: { "${fieldset}": ["${field}"] } } }));
for (const { id, attributes } of data) {
  if (attributes.${field} !== undefined) ids.push(id);
  // @ts-expect-error: it was not asked for
  if (attributes.${other} !== undefined) throw new Error("${other} was not asked for");
}
`;

/** A program of a user's: every operation is called over HTTP, and a list is read, if there is one. */
const programFor = (list: List | undefined) => `
import { createClient, operations, unwrap } from "@org/client";
import { createMock } from "@org/mock";

const server = await createMock().listen();
const klaviyo = createClient({ apiKey: "pk_1", baseUrl: server.url, retry: false });
const ids: string[] = [];
${list ? readList(list) : ""}
const statuses: Record<string, number> = {};
for (const [path, methods] of Object.entries(operations.paths)) {
  for (const method of Object.keys(methods)) {
    const call = klaviyo[method as "GET"] as unknown as (path: string, init: object) => Promise<{ response: Response }>;
    const inPath = Object.fromEntries(Array.from(path.matchAll(/{(.+?)}/g), ([, name]) => [name, "1"]));
    const { response } = await call(path, { params: { path: inPath }, ...(method !== "GET" && { body: {} }) });
    statuses[\`\${method} \${path}\`] = response.status;
  }
}
await server.close();
console.log(JSON.stringify({ ids, statuses }));
`;

let copy: string;
const run = (...args: string[]) => pnpm(args, { cwd: copy });
const status = () => runOrThrow("git", ["status", "--porcelain"], { cwd: copy });

beforeAll(async () => {
  if (!published) return;
  copy = await copyWorkingTree(workspaceRoot);
  const settings = join(copy, "openapi", "fragment.yaml");
  const document = parseDocument(await readFile(settings, "utf8"));
  document.setIn(["select", "tags"], tags);
  await writeFile(settings, document.toString());
  await run("install", "--frozen-lockfile", "--prefer-offline");
});
afterAll(() => rm(copy ?? "", { recursive: true, force: true }));

test.skipIf(!published)(
  `a wider selection needs no hand: pulled, linted, generated, built, called${skippedWithoutReference}`,
  { timeout: 600_000 },
  async () => {
    await run("spec:pull", current, "--from", published?.file ?? "");
    await run("spec:lint");
    await run("generate");
    await run("--filter=./packages/types", "--filter=./packages/mock", "--filter=./packages/client", "run", "build");

    const client = join(copy, "packages", "client");
    const list = await firstList(join(copy, "openapi", `${current}.yaml`));
    await writeFile(join(client, "program.ts"), programFor(list));
    const strict = ["--noEmit", "--strict", "--module", "nodenext", "--target", "esnext", "--types", "node"];
    const tsc = join(client, "node_modules", ".bin", "tsc");
    await runOrThrow(tsc, ["--ignoreConfig", ...strict, "program.ts"], { cwd: client });
    const { ids, statuses } = JSON.parse(await runOrThrow(process.execPath, ["program.ts"], { cwd: client }));
    expect(statuses).not.toEqual({});
    expect(Object.entries(statuses).filter(([, status]) => (status as number) >= 500)).toEqual([]);
    if (!list) return;
    // The catalog of a new mock is empty; any other list is an example.
    expect(ids.length > 0).toBe(!list.path.startsWith("/api/catalog-"));
    expect(statuses[`GET ${list.path}`]).toBe(200);
  },
);

test.skipIf(!published)(
  `bumps of its revisions need nobody, and the whole test command passes${skippedWithoutReference}`,
  async () => {
    for (const { revision, file } of referenceDocuments.filter((document) => pulled.includes(document.revision))) {
      expect(await run("spec:bump", revision, "--from", file)).not.toContain("no longer compile");
    }
    await rm(join(copy, "packages", "client", "program.ts"));
    await commitAll(copy, "Select");
    const TESTS_LEFT_OUT = independentTests.map(({ file }) => file).join(",");
    const told = await pnpm(["run", "test"], { cwd: copy, env: { ...process.env, TESTS_LEFT_OUT } });
    expect(told.includes("the tag Catalogs is not selected")).toBe(!tags.includes("Catalogs") && !tags.includes("*"));
    expect(await status()).toBe("");
  },
);
