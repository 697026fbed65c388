import { open, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { diffSpecs } from "../diff/diff-specs.ts";
import { readDocument } from "../document/read-document.ts";
import { pullDocument } from "../pull/pull-document.ts";
import { sliceDocument } from "../pull/slice-document.ts";
import { mutateDocument, mutateText, randomOf } from "../testing/mutate-text.ts";
import { lintedApi, smallRevision, smallWorkspace } from "../testing/small-workspace.ts";
import { snapshot } from "../testing/workspace-copy.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { planBump } from "./plan-bump.ts";

const cases = Number(process.env.FUZZ_CASES ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? 364_321_457);
const path = (name: string) => name;

let root: string;
let file: string;
beforeAll(async () => {
  root = await smallWorkspace();
  file = join(dirname(root), "upstream.yaml");
});
afterAll(() => rm(dirname(root), { recursive: true, force: true }));

/** Each command of the pipeline, as far as it only reads. */
const commands = {
  pull: () => pullDocument(root, smallRevision, { from: file, path }),
  diff: () => diffSpecs(root, smallRevision, file, { all: true, path }),
  bump: () => planBump(root, smallRevision, { from: file, path, current: true }),
};

/** The message of a failure that is for people to read: file, place and no stack. Anything else is a bug. */
async function attempt(command: keyof typeof commands): Promise<string | undefined> {
  try {
    await commands[command]();
    return undefined;
  } catch (error) {
    const { name, message, stack } = error as Error;
    expect(name, `${command}: ${stack}`).toBe("SpecError");
    expect(message).toMatch(/^[^\n]*(upstream|openapi\/)[^\n]*: /);
    expect(message).not.toMatch(/\n +at /);
    return message;
  }
}

describe("hostile documents", () => {
  const schema = (value: unknown) =>
    lintedApi(smallRevision, (document) => {
      document.components.schemas.Thing = value as never;
    });
  const text: [string, string, RegExp][] = [
    ["nothing at all", "", /the input is empty/],
    ["a page", "<!doctype html><title>x</title>", /upstream.yaml:1: /],
    ["Swagger 2", "swagger: '2.0'\npaths: {}", /expected an OpenAPI 3.0 or 3.1 document, but it is version "2.0"/],
    ["half a document", JSON.stringify(lintedApi(smallRevision)).slice(0, 700), /not valid JSON/],
    [
      "a billion laughs",
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefgh"[index]}`)}]`).join("\n")}`,
      /not usable YAML/,
    ],
    ["an alias that contains itself", "a: &a { b: *a }", /not usable YAML|nested/],
    ["a $ref to a file", JSON.stringify(schema({ $ref: "../../../../etc/passwd" })), /leads out of the document/],
    ["a $ref to a URL", JSON.stringify(schema({ $ref: "http://127.0.0.1:1/x" })), /leads out of the document/],
    ["a $ref to itself", JSON.stringify(schema({ $ref: "#/components/schemas/Thing" })), /only leads back to itself/],
    [
      "a prototype key",
      JSON.stringify(lintedApi(smallRevision)).replace('"Owner":', '"__proto__":{"x":1},"Owner":'),
      /`__proto__`.* is not allowed/,
    ],
    ["a hundred thousand brackets", `${"[".repeat(100_000)}`, /upstream.yaml/],
    [
      "the same operation id twice",
      JSON.stringify(lintedApi(smallRevision)).replace('"create_thing"', '"get_thing"'),
      /make it unique/,
    ],
  ];
  test.each(text)("%s", async (_, content, message) => {
    await writeFile(file, content);
    const before = await snapshot(root);
    for (const command of ["pull", "diff", "bump"] as const) expect(await attempt(command)).toMatch(message);
    expect(await snapshot(root)).toEqual(before);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test("an allOf that contains itself comes to an end", async () => {
    await writeFile(
      file,
      JSON.stringify(schema({ allOf: [{ $ref: "#/components/schemas/Thing" }, { type: "object" }] })),
    );
    for (const command of ["pull", "diff", "bump"] as const) await attempt(command);
  });

  test("a file of 200 MB is not read", async () => {
    const handle = await open(file, "w");
    await handle.truncate(200 * 1024 * 1024);
    await handle.close();
    const used = process.memoryUsage().rss;
    expect(await attempt("pull")).toMatch(/the file is 200 MB and at most 20 MB are read/);
    expect(process.memoryUsage().rss - used).toBeLessThan(50 * 1024 * 1024);
  });
});

test(`${cases} mutations of real documents: a verdict or one message, never a stack trace, and nothing written`, {
  timeout: 300_000,
}, async () => {
  console.log(`seed ${seed}: FUZZ_SEED=${seed} FUZZ_CASES=${cases} repeats this`);
  const random = randomOf(seed);
  const { document } = await readDocument(join(workspaceRoot, "openapi", "2026-07-15.yaml"));
  const real = sliceDocument(
    document,
    ({ path: at }) => at === "/api/catalog-items" || at.endsWith("create-jobs/{job_id}"),
  );
  const small = lintedApi(smallRevision);
  const before = await snapshot(root);
  let refused = 0;
  const bugs: string[] = [];
  for (let number = 0; number < cases; number += 1) {
    const original = number % 3 === 0 ? real : small;
    const copy = structuredClone({ ...original, info: { ...original.info, version: smallRevision } });
    let content: string;
    if (number % 4 === 3) content = mutateText(number % 8 === 3 ? stringify(copy) : JSON.stringify(copy), random);
    else {
      for (let times = 0; times <= number % 3; times += 1) mutateDocument(copy, random);
      content = write(copy);
    }
    await writeFile(file, content);
    const command = (["diff", "pull", "diff", "bump"] as const)[number % 4 === 3 ? 0 : number % 4] ?? "diff";
    const told = await attempt(command).catch((error: Error) => {
      bugs.push(`mutation ${number} (${command}): ${error.message}`);
      return undefined;
    });
    if (told !== undefined) refused += 1;
  }
  expect(bugs, `seed ${seed}`).toEqual([]);
  expect(await snapshot(root)).toEqual(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  console.log(`${refused} were refused with a message, ${cases - refused} were compared`);
  expect(Math.min(refused, cases - refused)).toBeGreaterThan(cases / 20);
});

/** As JSON, or where it contains itself as YAML with an alias. */
function write(document: unknown): string {
  try {
    return JSON.stringify(document);
  } catch {
    return stringify(document);
  }
}
