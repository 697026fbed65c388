import { readFile } from "node:fs/promises";
import { csvFixture } from "../state/csv-fixture.ts";
import type { Fixture } from "../state/fixture.ts";
import { sectionsOf } from "../state/load-fixture.ts";
import type { State } from "../state/state.ts";
import { type Arguments, UsageError } from "./arguments.ts";

/**
 * Loads the files into an empty state, all of them or none; a state that was kept in a database is left as it is.
 *
 * @returns what happened, for the log
 * @throws {UsageError} naming the file that cannot be read, or what cannot be loaded
 */
export async function seedFromFiles(state: State, { csv, json }: Arguments): Promise<string[]> {
  const files = [
    ...csv.map((file) => ({ file, read: readCsvFile })),
    ...json.map((file) => ({ file, read: readJsonFile })),
  ];
  if (state.items.size + state.categories.size > 0)
    return files.map(({ file }) => `${file} not loaded: there is a state already`);
  const fixtures: Fixture[] = [];
  for (const { file, read } of files) {
    try {
      const fixture = await read(file);
      sectionsOf(fixture);
      fixtures.push(fixture);
    } catch (error) {
      throw new UsageError(`Cannot load ${file}: ${(error as Error).message}`);
    }
  }
  await state.load(joinFixtures(fixtures)).catch(({ message }) => {
    throw new UsageError(`Cannot load ${files.map(({ file }) => file).join(", ")}: ${message}`);
  });
  const { items, variants, categories } = state;
  return [`loaded ${items.size} items, ${variants.size} variants, ${categories.size} categories`];
}

async function readCsvFile(file: string): Promise<Fixture> {
  return csvFixture(await readText(file));
}

async function readJsonFile(file: string): Promise<Fixture> {
  return JSON.parse(await readText(file));
}

/** Another encoding would make wrong letters of a text without a word. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("it is not UTF-8; save it as UTF-8 (a spreadsheet: as 'CSV UTF-8')");
  }
}

/** Categories are only names in tables, so several files may speak of the same. */
function joinFixtures(fixtures: readonly Fixture[]): Fixture {
  if (fixtures.length === 1) return fixtures[0] as Fixture;
  const categories = new Map(fixtures.flatMap((one) => (one.categories ?? []).map((own) => [own.external_id, own])));
  return {
    categories: [...categories.values()],
    items: fixtures.flatMap((one) => one.items ?? []),
    variants: fixtures.flatMap((one) => one.variants ?? []),
  };
}
