import { assembleMock } from "../create-mock.ts";
import type { Answer } from "../http/listen.ts";
import { type Storage, StorageError } from "../storage/storage.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { requestLine } from "./request-line.ts";

export interface LoadedMock {
  answer: Answer;
  close(): void;
}

/** The mock that the arguments describe, with its state. What only some arguments need is loaded for those. */
export async function loadMock(args: Arguments, print: (line: string) => void): Promise<LoadedMock> {
  const storage = args.db === undefined ? undefined : await openStorage(args.db);
  try {
    const { mock, answer } = assembleMockOn(storage, args, print);
    if (args.csv.length + args.json.length > 0) {
      const { seedFromFiles } = await import("./seed-from-files.ts");
      for (const line of await seedFromFiles(mock.state, args)) print(line);
    }
    return { answer, close: () => storage?.close() };
  } catch (error) {
    // Left open, it would leave a log beside a database that is refused.
    storage?.close();
    throw error;
  }
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
