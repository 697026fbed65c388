import { assembleMock } from "../create-mock.ts";
import type { Answer } from "../http/listen.ts";
import type { RecordedRequest } from "../http/request-log.ts";
import { type Storage, StorageError } from "../storage/storage.ts";
import { type Arguments, UsageError } from "./arguments.ts";

export interface LoadedMock {
  answer: Answer;
  close(): void;
}

/** The mock that the arguments describe, with its state. What only some arguments need is loaded for those. */
export async function loadMock(args: Arguments, print: (line: string) => void): Promise<LoadedMock> {
  const storage = args.db === undefined ? undefined : await openStorage(args.db);
  const { mock, answer } = assembleMockOn(storage, args, print);
  if (args.csv.length + args.json.length > 0) {
    const { seedFromFiles } = await import("./seed-from-files.ts");
    for (const line of await seedFromFiles(mock.state, args)) print(line);
  }
  return { answer, close: () => storage?.close() };
}

async function openStorage(file: string): Promise<Storage> {
  const { openDatabase } = await import("../storage/open-database.ts");
  return openDatabase(file).catch(asUsageError);
}

function assembleMockOn(storage: Storage | undefined, { mock, quiet }: Arguments, print: (line: string) => void) {
  try {
    return assembleMock({
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
