import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isScalar, parseDocument } from "yaml";
import type { Bump } from "../diff/verdict.ts";
import { nameSource } from "../document/name-source.ts";
import { parseSpec } from "../document/read-document.ts";
import { generatedFolders } from "../generate/outputs.ts";
import { type Pulled, type PullOptions, pullDocument } from "../pull/pull-document.ts";
import type { Files } from "../workspace/write-files.ts";
import { bumpOf, compareStates, type EntryChange } from "./compare-states.ts";
import { mergeAliases, renderAliases } from "./merge-aliases.ts";
import { migrationsOf, planGuides } from "./migrations.ts";
import { readChangesets } from "./own-changeset.ts";
import { refreshDocuments } from "./refresh-documents.ts";
import { refuseProblems } from "./refuse-problems.ts";
import { renderChangeset } from "./render-changeset.ts";
import { generateState, hasReleased, inputsAsReleased, readReleased, readState, type SpecState } from "./spec-state.ts";

export interface BumpOptions extends PullOptions {
  /** Whether it becomes the current revision. */
  current: boolean;
}

export interface BumpPlan {
  pulled: Pulled;
  bump: Bump;
  changes: EntryChange[];
  /** Names of the packages whose generated contents are not what was released. */
  packages: string[];
  guides: string[];
  changeset: string | undefined;
  /** Changesets that an earlier bump wrote and a person has changed: they stay. */
  kept: string[];
  files: Files;
}

/** Everything that a bump writes, made in memory: whoever applies it applies all of it or nothing. */
export async function planBump(root: string, revision: string, options: BumpOptions): Promise<BumpPlan> {
  const pulled = await pullDocument(root, revision, options);
  await refuseProblems(pulled);
  return nameSource(pulled.source, () => planWith(root, revision, pulled, options));
}

async function planWith(root: string, revision: string, pulled: Pulled, options: BumpOptions): Promise<BumpPlan> {
  const files = new Map<string, string | undefined>();
  if (!(await hasReleased(root))) for (const [path, text] of await inputsAsReleased(root)) files.set(path, text);
  const released = await readReleased(root);
  const before = await readState(root);
  const next = nextState(before, revision, pulled, options.current);
  const changes = await compareStates(released, next);
  const migrations = await migrationsOf(root, revision, released, next, changes);
  next.aliases = mergeAliases(released, next, [...changes, ...migrations]);

  files.set(pulled.file, pulled.text);
  if (options.current) {
    files.set("openapi/fragment.yaml", await withCurrent(root, revision));
    for (const [path, text] of await refreshDocuments(root, before.settings.current, revision)) files.set(path, text);
  }
  if (Object.keys(next.aliases).length > 0) files.set("openapi/aliases.yaml", renderAliases(next.aliases));
  const { outputs } = generateState(next);
  for (const [path, text] of outputs) files.set(path, text);
  const packages = await changedPackages(root, generateState(released).outputs, outputs);
  for (const [path, text] of planGuides(migrations, next)) files.set(path, text);
  const news = migrations.filter(({ isRewritten }) => !isRewritten).map(({ guide }) => guide);
  const guides = news.filter((path) => files.get(path) !== undefined);

  const bump = bumpOf(changes);
  const weight = bump === "none" ? "patch" : bump;
  const { own, edited } = await readChangesets(root);
  // The verdict is against what was released, so the latest bump says what earlier ones said, too.
  for (const path of own) files.set(path, undefined);
  const wasReleased = released.fragments.some((fragment) => fragment.revision === revision);
  const from = wasReleased && !options.current ? revision : released.settings.current;
  const changeset = packages.length > 0 ? freeName(from, revision, edited) : undefined;
  if (changeset) files.set(changeset, renderChangeset({ packages, bump: weight, changes, guides }));
  return {
    ...{ pulled, changes, packages, guides, changeset, files, kept: edited },
    bump: packages.length > 0 ? weight : bump,
  };
}

/** A name for the changeset that takes no person's place. */
function freeName(from: string, to: string, taken: readonly string[]): string {
  const name = (number: number) => `.changeset/spec-${from}--${to}${number > 1 ? `-${number}` : ""}.md`;
  let number = 1;
  while (taken.includes(name(number))) number += 1;
  return name(number);
}

function nextState(state: SpecState, revision: string, pulled: Pulled, current: boolean): SpecState {
  const fragments = state.fragments.filter((fragment) => fragment.revision !== revision);
  fragments.push({ ...parseSpec(pulled.text, pulled.file), revision });
  fragments.sort((a, b) => (a.revision < b.revision ? -1 : 1));
  return { ...state, fragments, settings: { ...state.settings, ...(current && { current: revision }) } };
}

async function withCurrent(root: string, revision: string): Promise<string> {
  const settings = parseDocument(await readFile(join(root, "openapi", "fragment.yaml"), "utf8"));
  const current = settings.get("current", true);
  if (isScalar(current)) current.value = revision;
  return settings.toString({ lineWidth: 0, flowCollectionPadding: false });
}

async function changedPackages(
  root: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<string[]> {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const folders = generatedFolders.filter((folder) => changed.some((path) => path.startsWith(`${folder}/`)));
  return Promise.all(
    folders.map(async (folder) => {
      const manifest = folder.replace(/src\/generated$/, "package.json");
      return JSON.parse(await readFile(join(root, manifest), "utf8")).name as string;
    }),
  );
}
