import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SmallApi } from "../testing/small-api.ts";
import { lintedApi, smallRevision, smallWorkspace } from "../testing/small-workspace.ts";
import { snapshot } from "../testing/workspace-copy.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { planBump } from "./plan-bump.ts";
import { inputsAsReleased } from "./spec-state.ts";

const date = new Date("2026-10-20T00:00:00Z");
const path = (name: string) => name;
const current = smallRevision;
const next = "2026-04-15";

let root: string;
beforeEach(async () => {
  root = await smallWorkspace();
});
afterEach(() => rm(dirname(root), { recursive: true, force: true }));

type Edit = (document: SmallApi) => void;

async function publish(revision: string, edit: Edit = () => {}): Promise<string> {
  const file = join(dirname(root), `${revision}.json`);
  await writeFile(file, JSON.stringify(lintedApi(revision, edit)));
  return file;
}

const properties = (document: SmallApi) => document.components.schemas.Thing?.properties ?? {};
const withoutNote: Edit = (document) => {
  delete properties(document).note;
};
const withWeight: Edit = (document) => {
  properties(document).weight = { type: "number" };
};

async function bump(revision: string, from: string, makeCurrent = false) {
  const plan = await planBump(root, revision, { from, path, date, current: makeCurrent });
  const changes = await findChanges(root, plan.files);
  await writeFiles(root, changes);
  return { ...plan, written: [...changes.keys()] };
}

const read = (file: string) => readFile(join(root, file), "utf8");

describe("a new revision", () => {
  test("beside the others is minor: fragment, generated files, guide and changeset", async () => {
    const from = await publish(next, withoutNote);
    const { bump: weight, packages, written, changeset, guide } = await bump(next, from);
    expect([weight, packages]).toEqual(["minor", ["@org/types", "@org/client", "@org/mock", "@org/codemod"]]);
    expect(guide).toBe(`openapi/migrations/${current}--${next}.md`);
    expect(changeset).toBe(`.changeset/spec-${current}--${next}.md`);
    expect(written).toEqual(
      expect.arrayContaining([`openapi/${next}.yaml`, `packages/types/src/generated/${next}.ts`, guide, changeset]),
    );
    expect(await read(String(changeset))).toContain('"@org/types": minor');
    expect(await read(String(changeset))).toContain("- Revision 2026-04-15 can be imported as an entry of its own.");
    expect(await read(String(guide))).toContain("`note`");
    expect(await read("packages/types/src/generated/current.ts")).toContain(`./${current}.ts`);
  });

  test("as the current one it breaks what it breaks", async () => {
    const from = await publish(next, withoutNote);
    const { bump: weight, changeset } = await bump(next, from, true);
    expect(weight).toBe("major");
    expect(await read("openapi/fragment.yaml")).toMatch(/^current: "2026-04-15"$/m);
    expect(await read("openapi/fragment.yaml")).toContain("# Kept.");
    expect(await read("packages/types/src/generated/current.ts")).toContain("./2026-04-15.ts");
    const text = await read(String(changeset));
    expect(text).toContain("- The current revision is 2026-04-15 (it was 2026-01-15):");
    expect(text).toMatch(/`note` of the 20\d answer is gone/);
  });

  test("twice changes nothing more", async () => {
    const from = await publish(next, withWeight);
    await bump(next, from, true);
    const before = await snapshot(root);
    const { written } = await bump(next, from, true);
    expect(written).toEqual([]);
    expect(await snapshot(root)).toEqual(before);
  });

  test("a schema renamed with its shape kept is bridged by an alias that the types offer", async () => {
    const from = await publish(next, (document) => {
      const { Owner, ...others } = JSON.parse(
        JSON.stringify(document.components.schemas).replaceAll("s/Owner", "s/Person"),
      );
      document.components.schemas = { ...others, Person: Owner };
    });
    const { bump: weight } = await bump(next, from, true);
    expect(weight).toBe("minor");
    expect(await read("openapi/aliases.yaml")).toContain("Owner: Person");
    const types = await read("packages/types/src/generated/2026-04-15.ts");
    expect(types).toContain('Owner: components["schemas"]["Person"];');
  });
});

describe("the same revision published again", () => {
  test("with another shape is a bump", async () => {
    const from = await publish(current, withWeight);
    const { bump: weight, guide, pulled } = await bump(current, from);
    expect([weight, pulled.state]).toEqual(["minor", "changed"]);
    expect(guide).toBe(`openapi/migrations/${current}--${current}.md`);
    expect(await read(`openapi/${current}.yaml`)).toContain("weight:");
  });

  test("unchanged is none: the fragment that was written by hand stays as it is", async () => {
    const before = await read(`openapi/${current}.yaml`);
    const { bump: weight, packages, changeset, pulled } = await bump(current, await publish(current));
    expect([weight, packages, changeset, pulled.state]).toEqual(["none", [], undefined, "unchanged"]);
    expect(await read(`openapi/${current}.yaml`)).toBe(before);
  });

  test("is measured against what was released, not against the last bump", async () => {
    await bump(current, await publish(current, withWeight));
    // The new property was never released, so that it goes again breaks nobody.
    const { bump: weight, changeset } = await bump(current, await publish(current));
    expect(weight).not.toBe("major");
    for (const [file, text] of await inputsAsReleased(root)) await writeFile(join(root, file), text);
    const after = await bump(current, await publish(current, withoutNote));
    expect(after.bump).toBe("major");
    expect(await read(String(after.changeset ?? changeset))).toContain(": major");
  });
});

describe("all or nothing", () => {
  const unusable: [string, Edit, RegExp][] = [
    [
      "a reference that leads nowhere",
      (document) => Object.assign(properties(document), { x: { $ref: "#/components/schemas/None" } }),
      /leads nowhere/,
    ],
    [
      "an operation without answers for errors",
      (document) => delete document.paths["/api/things"]?.post?.responses["4XX"],
      /openapi\/2026-04-15.yaml:\d+ .*4XX/,
    ],
  ];
  test.each(unusable)("%s: one message, and the tree as before", async (_, edit, message) => {
    const from = await publish(next, edit);
    const before = await snapshot(root);
    await expect(bump(next, from)).rejects.toThrow(message);
    expect(await snapshot(root)).toEqual(before);
  });

  test("a file that cannot be written: every file that was is put back", async () => {
    const from = await publish(next);
    const plan = await planBump(root, next, { from, path, date, current: true });
    await mkdir(join(root, String(plan.changeset)), { recursive: true });
    await writeFile(join(root, String(plan.changeset), "in-the-way"), "");
    const before = await snapshot(root);
    await expect(writeFiles(root, plan.files)).rejects.toThrow(/EISDIR|ENOTDIR|EEXIST/);
    expect(await snapshot(root)).toEqual(before);
  });
});
