#!/usr/bin/env node
import { parseArguments, UsageError, usage } from "./arguments.ts";
import { run } from "./run.ts";

const print = (line: string) => console.log(line);
// Whoever reads the log may stop reading before the mock ends.
process.stdout.on("error", () => {});

try {
  const args = parseArguments(process.argv.slice(2));
  if (args.show === "help") print(usage);
  else if (args.show === "version") print(await version());
  else {
    const listener = await run(args, print);
    // Whoever reads the line may send the signal at once.
    stopOnSignal(listener);
    print(`Klaviyo Catalogs mock on ${listener.url} (Ctrl+C stops it)`);
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\nTry --help.`);
  process.exitCode = 1;
}

async function version(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")).version;
}

/** The first signal lets the answers under way finish; the second does not wait for them. */
function stopOnSignal(server: { close(): Promise<void> }): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await server.close();
    print("stopped");
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
