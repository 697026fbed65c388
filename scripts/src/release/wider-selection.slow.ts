import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { readSettings } from "../generate/fragments.ts";
import { referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { runOrThrow } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { copyWorkingTree } from "./copy-working-tree.ts";
import { pnpm } from "./pnpm.ts";

/** What is selected: three tags, or others by the environment; `*` is the whole API. */
const tags = (process.env.WIDER_TAGS ?? "Profiles,Lists,Events").split(",");

const { current } = await readSettings(workspaceRoot);
const published = referenceDocuments.find(({ revision }) => revision === current);

/** A program of a user's: every operation is called over HTTP, and one answer is read by its type. */
const program = `
import { createClient, operations, unwrap } from "@org/client";
import { createMock } from "@org/mock";

const server = await createMock().listen();
const klaviyo = createClient({ apiKey: "pk_1", baseUrl: server.url, retry: false });
const { data: profiles } = await unwrap(
  klaviyo.GET("/api/profiles", { params: { query: { "fields[profile]": ["email"] } } }),
);
const emails: (string | null | undefined)[] = profiles.map((profile) => profile.attributes.email);
const statuses: Record<string, number> = {};
for (const [path, methods] of Object.entries(operations.paths)) {
  for (const method of Object.keys(methods)) {
    const call = klaviyo[method as "GET"] as unknown as (path: string, init: object) => Promise<{ response: Response }>;
    const ids = Object.fromEntries(Array.from(path.matchAll(/{(.+?)}/g), ([, name]) => [name, "1"]));
    const { response } = await call(path, { params: { path: ids }, ...(method !== "GET" && { body: {} }) });
    statuses[\`\${method} \${path}\`] = response.status;
  }
}
await server.close();
console.log(JSON.stringify({ emails, statuses }));
`;

let copy: string;
const run = (...args: string[]) => pnpm(args, { cwd: copy });

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
    await writeFile(join(client, "program.ts"), program);
    const strict = ["--noEmit", "--strict", "--module", "nodenext", "--target", "esnext", "--types", "node"];
    const tsc = join(client, "node_modules", ".bin", "tsc");
    await runOrThrow(tsc, ["--ignoreConfig", ...strict, "program.ts"], { cwd: client });
    const { emails, statuses } = JSON.parse(await runOrThrow(process.execPath, ["program.ts"], { cwd: client }));
    expect(emails.length).toBeGreaterThan(0);
    expect(Object.entries(statuses).filter(([, status]) => (status as number) >= 500)).toEqual([]);
    expect(statuses["GET /api/lists"]).toBe(200);
  },
);
