import { type Listener, listen } from "../http/listen.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import type { LoadedMock } from "./load-mock.ts";

/**
 * Starts the server that the arguments describe. Closing it also closes the database.
 *
 * The mock itself is loaded once the server listens, because that takes longer than all the rest: a request that comes
 * before it is there waits for it. A database and files are loaded first, so that a mistake in them is told instead of a URL.
 */
export async function run(args: Arguments, print: (line: string) => void): Promise<Listener> {
  let loading: Promise<LoadedMock> | undefined;
  const load = (): Promise<LoadedMock> => {
    loading ??= import("./load-mock.ts").then(({ loadMock }) => loadMock(args, print));
    return loading;
  };
  if (args.db !== undefined || args.csv.length + args.json.length > 0) await load();
  const listener = await listen(async (request) => (await load()).answer(request), args.listen).catch((error) => {
    throw new UsageError(error.message);
  });
  // Whoever called prints the URL first.
  setImmediate(load);
  return {
    url: listener.url,
    close: async () => {
      await listener.close();
      (await loading)?.close();
    },
  };
}
