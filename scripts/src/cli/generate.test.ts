import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { compile } from "../testing/compilers.ts";
import { copyWorkspace, run, runAsProcess, snapshot } from "../testing/workspace-copy.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

const fragment = "openapi/2026-07-15.yaml";
const types = "packages/types/src/generated/2026-07-15.ts";

let root: string;
beforeEach(async () => {
  root = await copyWorkspace();
});

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const file = join(root, path);
  await writeFile(file, change(await readFile(file, "utf8")));
}

describe("pnpm generate --check", () => {
  test("accepts the committed files, which are therefore what the fragments generate today", async () => {
    expect(await run(root, "generate", "--check")).toMatchObject({ code: 0 });
  });

  test("names an edited, a missing and a stray generated file, exits 1 and writes nothing", async () => {
    await edit(types, (text) => `${text}// edited\n`);
    await rm(join(root, "packages/client/src/generated/current.ts"));
    await writeFile(join(root, "packages/mock/src/generated/2020-01-01.ts"), "export {};\n");
    const before = await snapshot(join(root, "packages"));
    const { code, stderr } = await run(root, "generate", "--check");
    expect(code).toBe(1);
    expect(
      stderr
        .split("\n")
        .filter((line) => line.startsWith("  "))
        .map((line) => line.trim()),
    ).toEqual([types, "packages/client/src/generated/current.ts", "packages/mock/src/generated/2020-01-01.ts"]);
    expect(await snapshot(join(root, "packages"))).toEqual(before);
  });
});

describe("pnpm generate", () => {
  test("brings every generated file back to what the fragments say", async () => {
    const committed = await snapshot(join(root, "packages"));
    await edit(types, () => "export {};\n");
    await rm(join(root, "packages/mock/src/generated/revisions.ts"));
    await writeFile(join(root, "packages/client/src/generated/2020-01-01.ts"), "export {};\n");
    expect(await run(root, "generate")).toMatchObject({ code: 0 });
    expect(await snapshot(join(root, "packages"))).toEqual(committed);
  });

  test("follows a change of a fragment into all three packages", async () => {
    const [, path = ""] = /^ {2}(\/api\/[\w-]+)\/?:$/m.exec(await readFile(join(root, fragment), "utf8")) ?? [];
    await edit(fragment, (text) => text.replaceAll(path, "/api/products"));
    expect(await run(root, "generate")).toMatchObject({ code: 0 });
    for (const name of ["types", "client", "mock"]) {
      expect(await readFile(join(root, `packages/${name}/src/generated/2026-07-15.ts`), "utf8")).toContain(
        '"/api/products"',
      );
    }
  });

  test("reports a correction that no longer matches", async () => {
    await edit("openapi/corrections.yaml", (text) => text.replaceAll("/links/", "/no-such-links/"));
    const { code, stderr } = await run(root, "generate", "--check");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^openapi\/corrections\.yaml: collection-links-are-null-\S+ matches nothing any more, or the selection/,
    );
    expect(stderr).toContain("remove it only if upstream mended the error");
  });

  test("refuses a broken fragment with one line, exits 1 and changes no file", async () => {
    await edit(fragment, (text) => text.replace("#/components/responses/ClientError", "#/components/responses/Gone"));
    const before = await snapshot(join(root, "packages"));
    const { code, stderr } = await run(root, "generate");
    expect(code).toBe(1);
    expect(stderr.trim()).toMatch(
      /^openapi\/2026-07-15\.yaml:\d+: \$ref "#\/components\/responses\/Gone" at \S+ leads nowhere: .*$/,
    );
    expect(await snapshot(join(root, "packages"))).toEqual(before);
  });
});

describe("pnpm generate --from --out", () => {
  const document = `openapi: 3.1.0
info: { title: Elsewhere, version: v1 }
paths:
  /things: { get: { responses: { "200": { content: { application/json: { schema: { type: [string, "null"] } } } } } } }
`;

  test("writes types and an operation table of any document, and they compile", async () => {
    await writeFile(join(root, "elsewhere.yaml"), document);
    expect(await run(root, "generate", "--from", "elsewhere.yaml", "--out", "out")).toMatchObject({ code: 0 });
    const files = await snapshot(join(root, "out"));
    const byName = Object.fromEntries(Object.entries(files).map(([file, text]) => [file.split("/").at(-1), text]));
    expect(Object.keys(byName)).toEqual(["operations.ts", "types.ts"]);
    expect(byName["operations.ts"]).toContain('"/things": { GET: 0 }');
    expect(await compile("7", byName as Record<string, string>)).toBe("");
  });

  test("knows nothing of Klaviyo's documents: a `revision` header and what is corrected there stay", async () => {
    const links = "{ type: object, properties: { next: { type: string, format: uri } } }";
    const text = `openapi: 3.0.3
info: { version: v1 }
paths:
  /a:
    get:
      operationId: get_a
      parameters: [{ name: revision, in: header, required: true, schema: { type: string } }]
      responses: { "200": { content: { application/json: { schema: { properties: { links: ${links} } } } } } }
`;
    await writeFile(join(root, "elsewhere.yaml"), text);
    expect(await run(root, "generate", "--from", "elsewhere.yaml", "--out", "out")).toMatchObject({ code: 0 });
    const types = await readFile(join(root, "out", "types.ts"), "utf8");
    expect(types).toContain("revision: string;");
    expect(types).toContain("next?: string;");
  });

  test("is one message with the place, and no file, when what is generated does not compile", async () => {
    const schemas = "{ A: { allOf: [{ $ref: '#/components/schemas/A' }] } }";
    await writeFile(join(root, "loop.yaml"), `openapi: 3.0.3\ncomponents: { schemas: ${schemas} }\n`);
    const { code, stderr } = await run(root, "generate", "--from", "loop.yaml", "--out", "out");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^loop\.yaml: what is generated of it does not compile: types\.ts:\d+, at components\.schemas\.A: /,
    );
    await expect(snapshot(join(root, "out"))).rejects.toThrow("ENOENT");
  });

  test("leaves the folder alone when the document is broken", async () => {
    await writeFile(join(root, "broken.yaml"), document.replace("paths:", "roads:"));
    const { code, stderr } = await run(root, "generate", "--from", "broken.yaml", "--out", "out");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^broken\.yaml:1: the document has no `paths`, webhooks or components, so there is nothing to generate\n$/,
    );
    await expect(snapshot(join(root, "out"))).rejects.toThrow("ENOENT");
  });

  test("asks for the other option when one is missing", async () => {
    expect(await run(root, "generate", "--out", "out")).toMatchObject({
      code: 1,
      stderr: "--from <file> and --out <folder> go together\n",
    });
  });

  test("explains itself", async () => {
    const { code, stdout, stderr } = await runAsProcess(workspaceRoot, "generate", "--help");
    expect([code, stdout.split("\n")[0], stderr]).toEqual([0, "Usage: pnpm generate [--check]", ""]);
  });
});
