import { createMock } from "../create-mock.ts";
import type { Listener } from "../http/listen.ts";
import { openDatabase } from "../storage/open-database.ts";
import type { Arguments } from "./parse-arguments.ts";
import { requestLine } from "./request-line.ts";
import { seedFromFiles } from "./seed-from-files.ts";
import { UsageError } from "./usage-error.ts";

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
