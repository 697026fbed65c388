import { readFile } from "node:fs/promises";
import { createMock, type Mock } from "../create-mock.ts";
import type { Listener } from "../http/listen.ts";
import type { RecordedRequest } from "../http/request-log.ts";
import type { Fixture } from "../state/fixture.ts";
import type { State } from "../state/state.ts";
import { openDatabase } from "../storage/open-database.ts";
import { type Storage, StorageError } from "../storage/storage.ts";
import { type Arguments, UsageError } from "./arguments.ts";

/** Starts the server that the arguments describe. Closing it also closes the database. */
export async function run(args: Arguments, print: (line: string) => void): Promise<Listener> {
  const storage = args.db === undefined ? undefined : await openDatabase(args.db).catch(asUsageError);
  const mock = createMockOn(storage, args, print);
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

function createMockOn(storage: Storage | undefined, { mock, quiet }: Arguments, print: (line: string) => void): Mock {
  try {
    return createMock({
      ...mock,
      // Nobody is there to look at it, and the server may run for weeks.
      requestLog: false,
      ...(storage && { storage }),
      ...(!quiet && { onRequest: (request) => print(requestLine(request)) }),
    });
  } catch (error) {
    if (error instanceof StorageError) asUsageError(error);
    throw error;
  }
}

function asUsageError(error: Error): never {
  throw new UsageError(error.message);
}

/**
 * Loads the files into an empty state, all of them or none; a state that was kept in a database is left as it is.
 *
 * @returns what happened, for the log
 * @throws {UsageError} naming the file that cannot be read, or what cannot be loaded
 */
async function seedFromFiles(state: State, { csv, json }: Arguments): Promise<string[]> {
  const files = [
    ...csv.map((file) => ({ file, read: readCsvFile })),
    ...json.map((file) => ({ file, read: readJsonFile })),
  ];
  if (files.length === 0) return [];
  if (state.items.size + state.categories.size > 0)
    return files.map(({ file }) => `${file} not loaded: there is a state already`);
  const { sectionsOf } = await import("../state/load-fixture.ts");
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
  const [{ csvFixture }, text] = await Promise.all([import("../state/csv-fixture.ts"), readFile(file, "utf8")]);
  return csvFixture(text);
}

async function readJsonFile(file: string): Promise<Fixture> {
  return JSON.parse(await readFile(file, "utf8"));
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

/** A request as one line of the log: `12:30:01 GET 200 /api/catalog-items?sort=created (get_catalog_items, 3 ms)`. */
function requestLine({ at, method, url, status, operationId, duration, fault, sampled }: RecordedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  const notes = [
    operationId ?? "no operation",
    `${duration ?? 0} ms`,
    ...(fault === undefined ? [] : [`fault: ${fault}`]),
    ...(sampled ? ["not simulated: an example from the schema"] : []),
  ];
  return `${time} ${method.padEnd(6)} ${status ?? "---"} ${readable(url)} (${notes.join(", ")})`;
}

/** Path and query as a person writes them; control characters stay encoded, so that a request is one line. */
function readable(url: string): string {
  const target = URL.canParse(url) ? url.slice(new URL(url).origin.length) : url;
  try {
    const text = decodeURIComponent(target);
    return /\p{Cc}/u.test(text) ? target : text;
  } catch {
    return target;
  }
}
