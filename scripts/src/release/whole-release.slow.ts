import { access, appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { runOrThrow, runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { Consumer } from "./consumer.ts";
import { commitAll, copyWorkingTree } from "./copy-working-tree.ts";
import { entryPoints, missingTargets } from "./entry-points.ts";
import { importProblems } from "./packed-imports.ts";
import { type PackedPackage, unpack } from "./packed-package.ts";
import { packument } from "./packument.ts";
import { pnpm } from "./pnpm.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { currentScope } from "./rename-scope.ts";
import { sizeTable } from "./size-table.ts";
import { contentProblems } from "./tarball-contents.ts";
import { withNpxMock } from "./with-npx-mock.ts";
import { workspacePackages } from "./workspace-packages.ts";

// One story: a first release, a user who installs it, a second release, the user who upgrades. The tests are its steps.
let outside: string;
let copy: string;
let scope: string;
let registry: Registry;
let consumer: Consumer;
let published: PackedPackage[];

const guide = "migrations/2023-12-15--2026-07-15.md";
const repository = "https://github.com/acme/klaviyo-catalogs";
const inCopy = (...args: string[]) => pnpm(args, { cwd: copy });
const packagesOf = (...names: string[]) => names.map((name) => `${scope}/${name}`);
const versions = async () => (await workspacePackages(copy)).map(({ manifest }) => manifest.version);

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), "release-"));
  copy = await copyWorkingTree(workspaceRoot);
  scope = await currentScope(copy);
  await inCopy("install", "--frozen-lockfile");
  registry = await startRegistry(join(outside, "registry"), scope);
  await registry.use(copy);
  consumer = new Consumer(join(outside, "consumer"));
  await consumer.create(join(workspaceRoot, "scripts", "consumer"));
  await registry.use(consumer.folder);
});

afterAll(async () => {
  await registry?.stop();
  await rm(outside, { recursive: true, force: true });
  await rm(copy, { recursive: true, force: true });
});

async function describeChange(bump: string, text: string): Promise<void> {
  const front = Object.fromEntries(packagesOf("types", "client", "mock", "codemod").map((name) => [name, bump]));
  await writeFile(join(copy, ".changeset", "of-the-test.md"), `---\n${stringify(front)}---\n\n${text}\n`);
}

/** Publishing anywhere else than to the registry of this test must not be possible. */
async function publish(): Promise<string> {
  expect((await inCopy("config", "get", "registry")).trim()).toBe(registry.url);
  return inCopy("run", "release");
}

describe("the first release", () => {
  test("the changesets become one version for all packages, and a changelog", async () => {
    const before = await versions();
    const links = `See [the README](../../README.md) and [the guide](../../openapi/${guide}).`;
    await describeChange("minor", `What the release test changed. ${links}`);
    await inCopy("run", "rename-scope", "--repository", repository);
    await inCopy("run", "version-packages");
    const after = await versions();
    expect(new Set(after).size).toBe(1);
    expect(after).not.toEqual(before);
    const changelog = await readFile(join(copy, "packages/client/CHANGELOG.md"), "utf8");
    expect(changelog).toContain(`## ${after[0]}`);
    expect(changelog).toContain("What the release test changed.");
    expect(changelog.split(`## ${after[0]}\n\n`)[1]).toMatch(/^\*\*Nothing to do:\*\*/);
    expect(changelog).toContain(`[the guide](https://unpkg.com/${scope}/codemod@${after[0]}/${guide})`);
    const relative = [...changelog.matchAll(/\]\((\.[^)#]*)/g)].map(([, link = ""]) => link);
    expect(relative.length).toBeGreaterThan(0);
    for (const link of relative) await access(join(copy, "packages/client", link));
    await commitAll(copy, "Version packages");
  });

  test("pnpm release builds, checks and publishes, each package after what it depends on", async () => {
    expect(await publish()).toContain("Successfully published");
    const [version = ""] = await versions();
    const times = await Promise.all(
      packagesOf("types", "client").map(async (name) => (await packument(registry.url, name)).time[version]),
    );
    expect(times).toEqual([...times].sort());
    const tags = (await runOrThrow("git", ["tag"], { cwd: copy })).trim().split("\n");
    expect(tags).toEqual(packagesOf("client", "codemod", "mock", "types").map((name) => `${name}@${version}`));
  });

  test("a second pnpm release of the same versions publishes nothing", async () => {
    expect(await publish()).toContain("No unpublished projects to publish");
  });

  test("the tarballs hold what they should and nothing else", async () => {
    published = await Promise.all(
      packagesOf("types", "client", "mock", "codemod").map(async (name) => {
        const { "dist-tags": tags, versions } = await packument(registry.url, name);
        const tarball = join(outside, `${name.split("/")[1]}.tgz`);
        const answer = await fetch(versions[tags.latest]?.dist.tarball ?? "");
        await writeFile(tarball, new Uint8Array(await answer.arrayBuffer()));
        return unpack(tarball, tarball.replace(/\.tgz$/, ""));
      }),
    );
    console.log(sizeTable(published, []));
    for (const one of published) {
      expect(await contentProblems(one)).toEqual([]);
      expect(await importProblems(one)).toEqual([]);
      expect(missingTargets(one)).toEqual([]);
    }
    // Where the changelogs' links lead: the contents of a package, by its version and the path in it.
    expect(published.find(({ name }) => name === `${scope}/codemod`)?.files).toContain(guide);
  });
});

describe("a user", () => {
  test("installs client and mock into an empty folder", async () => {
    await consumer.install(...packagesOf("client", "mock"));
    const { dependencies } = JSON.parse(await readFile(join(consumer.folder, "package.json"), "utf8"));
    const [version] = await versions();
    expect(dependencies).toEqual(Object.fromEntries(packagesOf("client", "mock").map((name) => [name, `^${version}`])));
  });

  const typescripts = ["5.4", "6", "7", "5.9"] as const;
  test.each(typescripts.flatMap((version) => ["bundler", "nodenext"].map((mode) => [version, mode] as const)))(
    "compiles with TypeScript %s and moduleResolution %s",
    async (version, mode) => {
      expect(await consumer.compile(version, mode, "tour.mts")).toBe("");
    },
  );

  test.each(["20", "24"] as const)(
    "runs it on Node %s against `npx @org/mock`, as ESM and by require()",
    async (node) => {
      const options = { cwd: consumer.folder, env: consumer.environment(node) };
      expect(await runOrThrow("node", ["--version"], options)).toMatch(`v${node}.`);
      await withNpxMock(`${scope}/mock`, options, async (url) => {
        expect(await runOrThrow("node", ["run-esm.mjs", url], options)).toMatch(/^job \S+ \d+ \d+ 200 3$/m);
        expect(await runOrThrow("node", ["run-require.cjs", url], options)).toBe("require true 404 function\n");
      });
    },
  );

  test("imports every subpath of every package, once the optional peers are there", async () => {
    const peers = Object.entries(Object.assign({}, ...published.map(({ manifest }) => manifest.peerDependencies)));
    if (peers.length > 0) await consumer.install(...peers.map(([name, range]) => `${name}@${range}`));
    const imported = published.filter(({ manifest }) => manifest.exports?.["."]);
    const specifiers = imported.flatMap(entryPoints).map(({ specifier }) => specifier);
    const output = await runOrThrow("node", ["every-entry.mjs", ...specifiers], {
      cwd: consumer.folder,
      env: consumer.environment("20"),
    });
    expect(output.trim().split("\n")).toHaveLength(specifiers.length);
  });
});

describe("a user of an older revision", () => {
  const [from, to] = ["2023-12-15", "2026-07-15"];
  const program = "program";
  const codemod = (...args: string[]) =>
    runProcess("npx", ["--yes", `${scope}/codemod`, from, to, program, ...args], {
      cwd: consumer.folder,
      env: consumer.environment("20"),
    });

  test("has a program in TypeScript and JavaScript, ESM and CommonJS, that compiles", async () => {
    await cp(join(copy, "packages", "codemod", "fixtures"), join(consumer.folder, program), { recursive: true });
    const { catalog } = parse(await readFile(join(copy, "pnpm-workspace.yaml"), "utf8"));
    await consumer.install(`@types/node@${catalog["@types/node"]}`);
    expect(await consumer.compileFolder("7", program)).toBe("");
  });

  test("runs `npx @org/codemod`, and it compiles against the new entry but for what was listed", async () => {
    const dry = await codemod("--dry-run");
    expect([dry.code, dry.stderr]).toEqual([1, expect.not.stringContaining("Error")]);
    const first = await codemod();
    expect(first.code).toBe(1);
    const leftIn = (output: string) => output.slice(output.indexOf(" left to you:\n"));
    expect(leftIn(first.stdout).match(/^program\/left-to-you\.ts:/gm)).toHaveLength(7);
    expect(await consumer.compileFolder("7", program)).toBe("");
    const second = await codemod();
    expect(second.stdout).toMatch(/^0 places in 0 files changed\n/);
    expect(leftIn(second.stdout)).toBe(leftIn(first.stdout));
  });
});

describe("the second release", () => {
  test("is a major one, with something new in it", async () => {
    const [before = ""] = await versions();
    expect(await consumer.compile("5.9", "nodenext", "upgraded.mts")).toContain("releasedSecond");
    await appendFile(join(copy, "packages/client/src/index.ts"), 'export const releasedSecond = "second";\n');
    await describeChange("major", "Something new.");
    await inCopy("run", "version-packages");
    await commitAll(copy, "Version packages");
    expect(await publish()).toContain("Successfully published");
    const [after = ""] = await versions();
    expect(after).toBe(`${Number(before.split(".")[0]) + 1}.0.0`);
    for (const name of packagesOf("types", "client", "mock", "codemod")) {
      expect((await packument(registry.url, name))["dist-tags"].latest).toBe(after);
    }
  });

  test("is what the user gets who upgrades, with one version of the types", async () => {
    await consumer.install(...packagesOf("client", "mock").map((name) => `${name}@latest`));
    const [version] = await versions();
    const types = JSON.parse(await readFile(join(consumer.folder, `node_modules/${scope}/types/package.json`), "utf8"));
    expect(types.version).toBe(version);
    expect(await consumer.compile("5.4", "nodenext", "tour.mts")).toBe("");
    expect(await consumer.compile("7", "bundler", "upgraded.mts")).toBe("");
  });
});
