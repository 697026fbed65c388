import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { loopbackUpstream, type Upstream } from "../testing/loopback-upstream.ts";
import { lintedApi } from "../testing/small-workspace.ts";
import { copyWorkspace, run, snapshot } from "../testing/workspace-copy.ts";
import { formatFiles } from "../workspace/format-files.ts";

let upstream: Upstream;
let root: string;
const text = JSON.stringify(lintedApi("2099-10-15"));

beforeAll(async () => {
  upstream = await loopbackUpstream({
    "/2099-10-15.json": (_, response) => response.writeHead(302, { location: "/elsewhere" }).end(),
    "/elsewhere": (_, response) => response.end(text),
    "/cut.json": (_, response) => {
      response.writeHead(200, { "content-length": text.length });
      response.write(text.slice(0, 500), () => response.destroy());
    },
    "/page.json": (_, response) => response.end("<!doctype html><title>Sign in</title>"),
  });
  root = await copyWorkspace();
  const file = join(root, "openapi", "fragment.yaml");
  const settings = parseDocument(await readFile(file, "utf8"));
  settings.setIn(["upstream", "document"], `${upstream.url}/{revision}.json`);
  settings.set("select", { operationIds: ["get_thing"] });
  await writeFile(file, settings.toString());
});
afterAll(() => upstream.close());

test("--dry-run says what would be written and what is not selected, and writes nothing", async () => {
  const before = await snapshot(join(root, "openapi"));
  const { stdout, code } = await run(root, "spec-pull", "2099-10-15", "--dry-run");
  expect(code).toBe(0);
  expect(stdout).toContain("1 of 2 operations selected; openapi/2099-10-15.yaml would be written");
  expect(stdout).toContain("  POST /api/things create_thing");
  expect(await snapshot(join(root, "openapi"))).toEqual(before);
});

test("upstream of fragment.yaml is read, redirects followed, and the fragment written", async () => {
  const { stdout, code } = await run(root, "spec-pull", "2099-10-15");
  expect([code, stdout.split("\n")[0]]).toEqual([
    0,
    `${upstream.url}/2099-10-15.json: 1 of 2 operations selected; openapi/2099-10-15.yaml written`,
  ]);
  const written = await readFile(join(root, "openapi", "2099-10-15.yaml"), "utf8");
  expect(written).toContain(`# source: ${upstream.url}/2099-10-15.json`);
  const files = new Map([["openapi/2099-10-15.yaml", written]]);
  expect(await formatFiles(files), "as the formatter has it").toEqual(files);
  expect((await run(root, "spec-pull", "2099-10-15")).stdout).toContain("has that structure already");
});

test.each([
  [["2099-11-15"], "the answer is 404 Not Found"],
  [["2099-10-15", "--from", "CUT"], "the answer was cut off"],
  [["2099-10-15", "--from", "PAGE"], "/page.json:1: "],
  [["2099-10-15", "--from", "none.yaml"], "none.yaml: cannot be read"],
  [["2099-10-15", "--from", "ftp://example.com/x"], "only http and https URLs and files are read"],
  [[], "expected one revision"],
])("%j: one message, exit 2, nothing written", async (args, message) => {
  const before = await snapshot(join(root, "openapi"));
  const real = args.map((arg) =>
    arg.replace("CUT", `${upstream.url}/cut.json`).replace("PAGE", `${upstream.url}/page.json`),
  );
  const { code, stderr, stdout } = await run(root, "spec-pull", ...real);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(await snapshot(join(root, "openapi"))).toEqual(before);
});
