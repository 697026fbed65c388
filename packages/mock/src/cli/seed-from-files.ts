import { readFile } from "node:fs/promises";
import { csvFixture } from "../fixtures/csv-fixture.ts";
import type { Fixture } from "../fixtures/fixture.ts";
import type { State } from "../state-view/state.ts";
import type { Arguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Loads the files into an empty state; one that was kept in a database is left as it is.
 *
 * @returns what happened, for the log
 * @throws {UsageError} naming the file that cannot be read or loaded
 */
export async function seedFromFiles(state: State, { csv, json }: Pick<Arguments, "csv" | "json">): Promise<string[]> {
  const files = [
    ...csv.map((file) => ({ file, read: csvFixture })),
    ...json.map((file) => ({ file, read: parseJson })),
  ];
  if (state.items.size + state.categories.size > 0)
    return files.map(({ file }) => `${file} not loaded: there is a state already`);
  for (const { file, read } of files) {
    try {
      await state.load(read(await readFile(file, "utf8")));
    } catch (error) {
      throw new UsageError(`Cannot load ${file}: ${(error as Error).message}`);
    }
  }
  if (files.length === 0) return [];
  const { items, variants, categories } = state;
  return [`loaded ${items.size} items, ${variants.size} variants, ${categories.size} categories`];
}

function parseJson(text: string): Fixture {
  return JSON.parse(text) as Fixture;
}
