import { readFile } from "node:fs/promises";
import { createMock } from "../create-mock.ts";
import type { Listener } from "../http/listen.ts";
import type { RecordedRequest } from "../http/request-log.ts";
import { csvFixture } from "../state/csv-fixture.ts";
import type { Fixture } from "../state/fixture.ts";
import type { State } from "../state/state.ts";
import { openDatabase } from "../storage/open-database.ts";
import { type Arguments, UsageError } from "./arguments.ts";

/** Starts the server that the arguments describe. Closing it also closes the database. */
export async function run(args: Arguments, print: (line: string) => void): Promise<Listener> {
  const storage = args.db === undefined ? undefined : await openDatabase(args.db).catch(asUsageError);
  const mock = createMock({
    ...args.mock,
    ...(storage && { storage }),
    ...(!args.quiet && { onRequest: (request) => print(requestLine(request)) }),
  });
  for (const line of await seedFromFiles(mock.state, args)) print(line);
  const listener = await mock.listen(args.listen).catch(asUsageError);
  print(`Klaviyo Catalogs mock on ${listener.url} (Ctrl+C stops it)`);
  return {
    url: listener.url,
    close: async () => {
      await listener.close();
      storage?.close();
    },
  };
}

function asUsageError(error: Error): never {
  throw new UsageError(error.message);
}

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

/** A request as one line of the log: `12:30:01 GET 200 /api/catalog-items?sort=created (get_catalog_items, 3 ms)`. */
export function requestLine({ at, method, url, status, operationId, duration, fault }: RecordedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  const { pathname, search } = new URL(url);
  const target = readable(pathname + search);
  const notes = [
    operationId ?? "no operation",
    `${duration ?? 0} ms`,
    ...(fault === undefined ? [] : [`fault: ${fault}`]),
  ];
  return `${time} ${method.padEnd(6)} ${status ?? "---"} ${target} (${notes.join(", ")})`;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
