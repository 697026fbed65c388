import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerCall } from "./answer-call.ts";
import { type OperationPage, type ReferenceRevision, readReference } from "./reference.ts";
import { renderIndex } from "./render-index.ts";
import { callOf, renderOperation } from "./render-operation.ts";

/** Inside this package, so that the calls resolve the packages as a user's code would; git leaves it out. */
const folder = join(import.meta.dirname, "..", ".docs");

let reference: ReferenceRevision[];
let pages: OperationPage[];
beforeAll(async () => {
  reference = await readReference(workspaceRoot);
  pages = reference.flatMap((revision) => revision.pages);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const titleOf = ({ revision, name }: OperationPage) => `${revision}/${name}`;

test("the call of every page compiles with the client of its revision", async () => {
  expect(pages.length).toBeGreaterThan(0);
  await rm(folder, { recursive: true, force: true });
  const files = new Map(pages.map((page) => [`${titleOf(page)}.ts`, `${callOf(page)}\nexport {};\n`]));
  for (const { revision } of reference) await mkdir(join(folder, revision), { recursive: true });
  for (const [file, code] of files) await writeFile(join(folder, file), code);
  const compilerOptions = { noUnusedLocals: false };
  const config = { extends: "../../tsconfig.json", compilerOptions, files: [...files.keys()], include: [] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  expect(await compile()).toBe("");
}, 120_000);

async function compile(): Promise<string> {
  const tsc = join(workspaceRoot, "node_modules", "typescript", "bin", "tsc");
  try {
    await promisify(execFile)(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test("every call of an operation that the mock simulates has been answered with success", () => {
  // An operation that is new, or beyond the catalogs, is answered with an example, or is not answered.
  const ofCatalogs = pages.filter(({ facts }) => /^\/api\/(catalog|back-in-stock)-/.test(facts.path));
  const simulated = ofCatalogs.filter(({ answer }) => !answer.isSampled);
  expect(simulated.length).toBeGreaterThan(ofCatalogs.length / 2);
  expect(simulated.filter(({ answer }) => answer.status >= 300).map(titleOf)).toEqual([]);
  const others = pages.filter((page) => !simulated.includes(page));
  expect(others.filter(({ answer }) => answer.status >= 500 && answer.status !== 501).map(titleOf)).toEqual([]);
});

test("the same call has the same answer every time", async () => {
  const page = pages.find(({ call }) => call.before && call.init.params?.path) ?? expect.fail("no call reads a job");
  const again = await answerCall(page.revision, page.call);
  expect(again).toEqual(page.answer);
  expect(JSON.stringify(page.answer.body)).toContain(Object.values(page.call.init.params?.path ?? {})[0]);
});

describe("the page of an operation", () => {
  test("says what the document says: names, scopes, limits, parameters, statuses", () => {
    for (const page of pages) {
      const shown = plain(renderOperation(page));
      const { facts } = page;
      const own = facts.parameters.filter(({ name }) => name !== "revision").map(({ name }) => name);
      const body = facts.body?.rows.map(({ name }) => name) ?? [];
      const statuses = facts.answers.map(({ status }) => status);
      const words = [facts.summary, facts.path, facts.operationId, ...facts.scopes, ...own, ...body, ...statuses];
      expect(words.filter((word) => !shown.includes(word)).map((word) => `${titleOf(page)}: ${word}`)).toEqual([]);
      if (facts.limits.burst)
        expect(shown).toContain(`${facts.limits.burst} a second, ${facts.limits.steady} a minute`);
    }
  });

  test("leads to the operation in every other revision, or says that there is none", () => {
    const names = new Set(pages.map(titleOf));
    for (const page of pages) {
      expect(page.twins.map(({ revision }) => revision)).toEqual(
        reference.map(({ revision }) => revision).filter((revision) => revision !== page.revision),
      );
      const links = [...renderOperation(page).matchAll(/\]\(\.\.\/([^)]+)\.md\)/g)].map(([, link = ""]) => link);
      expect(links.filter((link) => !names.has(link))).toEqual([]);
      expect(links).toHaveLength(page.twins.filter((twin) => twin.page).length);
    }
  });

  test("tells what changed from one revision to the next on both pages", () => {
    for (const page of pages.filter(({ changes }) => changes.some(({ verdict }) => verdict.findings.length > 0))) {
      const [change] = page.changes;
      expect(plain(renderOperation(page))).toContain(`### From ${change?.from} to ${change?.to}`);
    }
    const changed = (revision: ReferenceRevision) => revision.pages.filter(({ changes }) => changes.length > 0).length;
    expect(reference.length < 2 || reference.every((revision) => changed(revision) > 0)).toBe(true);
  });
});

test("the list of a revision has every operation once, in a table of its group", () => {
  for (const revision of reference) {
    const list = renderIndex(
      revision,
      reference.map((each) => each.revision),
    );
    const links = [...list.matchAll(/\]\(\.\/([^)]+)\.md\)/g)].map(([, name]) => name);
    expect(links.sort()).toEqual(revision.pages.map(({ name }) => name).sort());
    expect(new Set(links).size).toBe(links.length);
  }
});

/** A page's text without its tags, as a reader sees it. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/<\/?(code|span|p|dl|dt|dd|div)\b[^>]*>/g, "")
    .replaceAll(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)));
}
