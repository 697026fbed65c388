import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readChangesets } from "@changesets/read";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SmallApi } from "../testing/small-api.ts";
import { lintedApi, smallRevision, smallWorkspace } from "../testing/small-workspace.ts";
import { snapshot } from "../testing/workspace-copy.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { describeBump } from "./describe-bump.ts";
import { isOwnChangeset } from "./own-changeset.ts";
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

/** What a release does to the inputs of the next bump: they are what was released, in this version. */
async function release(version = "1.2.0") {
  for (const [file, text] of await inputsAsReleased(root)) await writeFile(join(root, file), text);
  const manifest = join(root, "packages", "types", "package.json");
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, "utf8")), version }));
}

const read = (file: string) => readFile(join(root, file), "utf8");

describe("a new revision", () => {
  test("beside the others is minor: fragment, generated files, guide and changeset", async () => {
    const from = await publish(next, withoutNote);
    const { bump: weight, packages, written, changeset, guides } = await bump(next, from);
    const [guide] = guides;
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

  test("that is older than the current one gets no guide: nobody goes there from a newer one", async () => {
    const { guides, changeset } = await bump("2025-10-15", await publish("2025-10-15", withoutNote));
    expect(guides).toEqual([]);
    expect(await read(String(changeset))).toContain("- Revision 2025-10-15 can be imported as an entry of its own.");
  });

  test("that is current next has a guide from every revision that is an entry", async () => {
    const older = "2025-10-15";
    await bump(
      older,
      await publish(older, (document) => Object.assign(properties(document), { age: { type: "number" } })),
    );
    const { guides } = await bump(next, await publish(next, withoutNote), true);
    expect(guides.sort()).toEqual([older, current].map((from) => `openapi/migrations/${from}--${next}.md`));
    expect(await read(`openapi/migrations/${older}--${next}.md`)).toContain("`age`");
  });

  test("goes on offering a name for what it was last, whatever it was in a revision before", async () => {
    const rename = (from: string, to: string, document: SmallApi) => {
      const schemas = JSON.stringify(document.components.schemas).replaceAll(`s/${from}"`, `s/${to}"`);
      const { [from]: schema, ...others } = JSON.parse(schemas);
      document.components.schemas = { ...others, [to]: schema };
    };
    // What `Owner` is now was `Person` once, and `Owner` was what is `Tag` now.
    const withTag: Edit = (document) => {
      document.components.schemas.Tag = { type: "object", properties: { colour: { type: "string" } } };
      Object.assign(properties(document), { label: { $ref: "#/components/schemas/Tag" } });
    };
    const older = "2025-10-15";
    const swapped: Edit = (document) => {
      withTag(document);
      rename("Owner", "Person", document);
      rename("Tag", "Owner", document);
    };
    await bump(older, await publish(older, swapped));
    const narrowed: Edit = (document) => {
      withTag(document);
      rename("Owner", "Buyer", document);
    };
    await bump(next, await publish(next, narrowed), true);
    expect(await read("openapi/aliases.yaml")).toContain("Owner: Buyer");
  });

  test("that is current next is what READMEs and guides name in their code", async () => {
    const prose = `Since ${current}. See openapi/migrations/x--${current}.md.`;
    const text = (revision: string) =>
      `${prose} \`@org/client/${revision}\`\n\n\`\`\`ts\nconst a = "${revision}";\n\`\`\`\n`;
    const documents = ["packages/client/README.md", "docs/guides/start.md"];
    await mkdir(join(root, "docs", "guides"), { recursive: true });
    for (const path of documents) await writeFile(join(root, path), text(current));
    await bump(next, await publish(next, withWeight));
    for (const path of documents) expect(await read(path)).toBe(text(current));
    await bump(next, await publish(next, withWeight), true);
    for (const path of documents) expect(await read(path)).toBe(text(next));
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
    const { bump: weight, guides, pulled, changeset } = await bump(current, from);
    expect([weight, pulled.state, guides]).toEqual(["minor", "changed", []]);
    expect(await read(String(changeset))).toContain("There is nothing to do");
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
    await release();
    const after = await bump(current, await publish(current, withoutNote));
    expect(after.bump).toBe("major");
    expect(await read(String(after.changeset ?? changeset))).toContain(": major");
  });
});

describe("a pinned revision published again", () => {
  test("is compared with itself as it was released, and users of the others read that nothing changes", async () => {
    await bump(next, await publish(next, withWeight), true);
    await release();
    const { guides, changeset, bump: weight } = await bump(current, await publish(current, withoutNote));
    expect([weight, guides]).toEqual(["major", [`openapi/migrations/${current}--${current}--1.2.0.md`]]);
    expect(await read(String(guides[0]))).toContain("`note`");
    const text = await read(String(changeset));
    expect(text).toContain("- The current revision, 2026-04-15: nothing changes for you.");
    expect(text).toContain("- Revision 2026-01-15 as it is now:\n  - what to do: [openapi/migrations/");
    expect(text.split("\n").filter((line) => /nothing changes/.test(line))).toHaveLength(1);
  });

  test("a second time gets a guide of its own, and the first keeps what it said", async () => {
    const withoutNoteAndSize: Edit = (document) => {
      withoutNote(document);
      delete properties(document).size;
    };
    await bump(next, await publish(next, withWeight), true);
    await release();
    const first = await bump(current, await publish(current, withoutNote));
    const told = await read(String(first.guides[0]));
    await release("1.3.0");
    const second = await bump(current, await publish(current, withoutNoteAndSize));
    expect(second.guides).toEqual([`openapi/migrations/${current}--${current}--1.3.0.md`]);
    expect(await read(String(second.guides[0]))).toContain("`size`");
    expect(await read(String(second.guides[0]))).not.toContain("`note`");
    expect(await read(String(first.guides[0]))).toBe(told);
    expect(await read(String(second.changeset))).toContain(`[${second.guides[0]}](../../${second.guides[0]})`);
  });

  test("and taken back before its release: the guide that nobody has read goes again", async () => {
    await bump(next, await publish(next, withWeight), true);
    await release();
    const { guides } = await bump(current, await publish(current, withoutNote));
    await bump(current, await publish(current));
    await expect(read(String(guides[0]))).rejects.toThrow("ENOENT");
  });

  test("changes the guide that leads to the current one, too", async () => {
    await bump(next, await publish(next, withoutNote), true);
    await release();
    const guide = `openapi/migrations/${current}--${next}.md`;
    const before = await read(guide);
    await bump(
      current,
      await publish(current, (document) => Object.assign(properties(document), { more: { type: "string" } })),
    );
    expect(await read(guide)).not.toBe(before);
    expect(await read(guide)).toContain("`more`");
  });
});

describe("a changeset", () => {
  test("of an earlier bump is replaced, and taken away when there is nothing to say any more", async () => {
    const first = await bump(next, await publish(next, withWeight), true);
    await bump(current, await publish(current, withoutNote));
    const names = await readdir(join(root, ".changeset"));
    expect(names).toEqual([`spec-${current}--${current}.md`]);
    expect(first.changeset).not.toBe(`.changeset/${names[0]}`);
  });

  test("that a person wrote or has changed stays as it is", async () => {
    const from = await publish(next, withWeight);
    const { changeset } = await bump(next, from, true);
    const edited = `${await read(String(changeset))}\nIn my own words.\n`;
    await writeFile(join(root, String(changeset)), edited);
    await writeFile(join(root, ".changeset", "spec-notes--mine.md"), "Mine.\n");
    const again = await bump(next, from, true);
    expect(again.kept).toEqual([changeset, ".changeset/spec-notes--mine.md"].sort());
    expect(again.changeset).toBe(`.changeset/spec-${current}--${next}-2.md`);
    expect(await read(String(changeset))).toBe(edited);
    expect(await read(".changeset/spec-notes--mine.md")).toBe("Mine.\n");
  });

  test("is one that changesets can read, whatever the scope is by then", async () => {
    const { changeset } = await bump(next, await publish(next, withoutNote), true);
    const text = await read(String(changeset));
    const [written] = await readChangesets(root);
    expect(written?.releases.map(({ name, type }) => [name, type])).toEqual([
      ["@org/types", "major"],
      ["@org/client", "major"],
      ["@org/mock", "major"],
      ["@org/codemod", "major"],
    ]);
    expect(isOwnChangeset(text.replaceAll("@org/", "@acme/"))).toBe(true);
    expect(isOwnChangeset(text.replaceAll("major", "minor"))).toBe(false);
  });

  test("says of each operation one thing", async () => {
    const edit: Edit = (document) => {
      withoutNote(document);
      const get = document.paths["/api/things/{id}"]?.get;
      delete document.paths["/api/things/{id}"];
      if (get) document.paths["/api/stuff/{id}/thing"] = { get };
    };
    const plan = await bump(next, await publish(next, edit), true);
    const text = await read(String(plan.changeset));
    expect(describeBump(plan, [])).toContain("major, 2 operations changed");
    expect(text.match(/`get_thing`/g)).toHaveLength(1);
    expect(text).toContain("moved: `get_thing` is `GET /api/stuff/{id}/thing` now (its path was `/api/things/{id}`)");
  });

  test("of one operation that changed, and one file, is told as of one", async () => {
    const narrowed: Edit = (document) => {
      const get = document.paths["/api/things/{id}"]?.get;
      if (get) get["x-klaviyo-scopes"] = ["other:read"];
    };
    const said = describeBump(await bump(next, await publish(next, narrowed), true), ["a.ts"]);
    expect(said).toContain("major, 1 operation changed\n");
    expect(said).toContain("1 file written:\n  a.ts");
  });

  const changesetOf = async (edit: Edit) => read(String((await bump(next, await publish(next, edit), true)).changeset));
  const getThing = (document: SmallApi) => document.paths["/api/things/{id}"]?.get ?? { parameters: [], responses: {} };

  test("tells lower limits as such, and no operation is said to do more by them", async () => {
    const text = await changesetOf((document) => {
      getThing(document)["x-klaviyo-ratelimit"] = { burst: "10/s", steady: "150/m" };
    });
    expect(text).toContain("lower limits in 1 operation, for example:");
    expect(text).toContain("the burst limit was 75/s and is 10/s (1 operation)");
    expect(text).not.toContain("can do more");
  });

  test("says of an operation that takes more as well that it can do more", async () => {
    const text = await changesetOf((document) => {
      const get = getThing(document);
      get["x-klaviyo-ratelimit"] = { burst: "10/s", steady: "700/m" };
      get.parameters.push({
        name: "search",
        in: "query",
        description: "What to look for.",
        schema: { type: "string" },
      });
    });
    expect(text).toContain("lower limits in 1 operation");
    expect(text).toContain("1 operation can do more");
  });

  test("tells what is deprecated, which is no gain", async () => {
    const text = await changesetOf((document) => {
      getThing(document).deprecated = true;
    });
    expect(text).toMatch(/something deprecated in 1 operation, for example:\n {4}- the operation is deprecated/);
    expect(text).not.toContain("can do more");
  });

  test("tells what breaks in an operation that moved, too", async () => {
    const text = await changesetOf((document) => {
      const get = getThing(document);
      const schema = { type: "string" };
      get.parameters.push({ name: "shop", in: "query", required: true, description: "Whose.", schema });
      delete document.paths["/api/things/{id}"];
      document.paths["/api/stuff/{id}/thing"] = { get };
    });
    expect(text).toContain("moved: `get_thing`");
    expect(text).toMatch(
      /1 operation changed in a way that breaks programs.*\n.*query parameter `shop` is new and must/,
    );
  });

  test("tells the new name of an operation that breaks, too", async () => {
    const text = await changesetOf((document) => {
      withoutNote(document);
      getThing(document).operationId = "read_thing";
    });
    expect(text).toContain("renamed, the old ids go on working: `read_thing`");
    expect(text).toContain("changed in a way that breaks programs");
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
      "a rate limit that is none",
      (document) =>
        Object.assign(document.paths["/api/things"]?.post ?? {}, { "x-klaviyo-ratelimit": { burst: "often" } }),
      /openapi\/2026-04-15.yaml:\d+ .*x-klaviyo-ratelimit/,
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
    await expect(writeFiles(root, plan.files)).rejects.toThrow(/a folder is there/);
    expect(await snapshot(root)).toEqual(before);
  });
});
