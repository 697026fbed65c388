import { createRequire } from "node:module";
import type { MockOptions, Revision } from "../create-mock.ts";
import { revisions } from "../generated/revisions.ts";
import type { FaultRule } from "../http/fault-rules.ts";
import { type FaultText, parseFaults } from "../http/faults.ts";
import type { ListenOptions } from "../http/listen.ts";

// To `import` this module reads all its exports, among them getters that load threads and streams.
const { parseArgs }: typeof import("node:util") = createRequire(import.meta.url)("node:util");

/** A mistake in the command line: shown without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage: string = `Usage: mock [options]

Serves a Klaviyo Catalogs API for development and tests.

  --port <number>        where to listen (default 4010; 0 takes any free port)
  --host <name>          interface to listen on (default 127.0.0.1)
  --revision <date>      newest revision to serve (default: the current one)
  --key <key>            an API key to accept, as an account of its own; may be repeated (default: any)
  --seed-csv <file>      load a Shopify product export or a table of items; may be repeated
  --seed-json <file>     load categories, items and variants; may be repeated
  --db <file>            keep the state in an SQLite file (needs Node 22.13)
  --queued <ms>          how long a job waits (default 200)
  --processing <ms>      how long a job works (default 800)
  --no-limits            do not enforce rate limits
  --fault <faults>       play faults on every request, e.g. "503=1" or "latency=200, cut"; may be repeated
  --fault-rate <0 to 1>  how often they are played (default 1)
  --random-seed <number> which of them it will be (default 1)
  --strict               refuse operations that are not simulated instead of answering with an example
  --quiet                no request log
  --help, --version
`;

export interface Arguments {
  mock: MockOptions;
  listen: ListenOptions;
  csv: readonly string[];
  json: readonly string[];
  db?: string;
  quiet: boolean;
  show?: "help" | "version";
}

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
const options = {
  port: text,
  host: text,
  revision: text,
  key: texts,
  "seed-csv": texts,
  "seed-json": texts,
  db: text,
  queued: text,
  processing: text,
  "no-limits": flag,
  fault: texts,
  "fault-rate": text,
  "random-seed": text,
  strict: flag,
  quiet: flag,
  help: flag,
  version: flag,
} as const;

/** @throws {UsageError} for an option that does not exist or a value it cannot have */
export function parseArguments(args: readonly string[]): Arguments {
  const { values } = parse(args);
  const keys = values.key?.map((key) => [key, {}] as const);
  const rate = number("fault-rate", values["fault-rate"], 1);
  if (rate > 1) throw new UsageError(`--fault-rate is a number from 0 to 1; found '${rate}'`);
  return {
    mock: {
      ...(values.revision !== undefined && { revision: revision(values.revision) }),
      ...(keys && { keys: Object.fromEntries(keys) }),
      pace: pace(values),
      limits: values["no-limits"] !== true,
      strict: values.strict === true,
      faults: faults(values.fault ?? [], rate),
      seed: number("random-seed", values["random-seed"], 1),
    },
    listen: { port: number("port", values.port, 4010), hostname: values.host ?? "127.0.0.1" },
    csv: values["seed-csv"] ?? [],
    json: values["seed-json"] ?? [],
    ...(values.db !== undefined && { db: values.db }),
    quiet: values.quiet === true,
    ...(values.version && { show: "version" }),
    ...(values.help && { show: "help" }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function pace({ queued, processing }: { queued?: string; processing?: string }): NonNullable<MockOptions["pace"]> {
  return {
    ...(queued !== undefined && { queued: number("queued", queued, 0) }),
    ...(processing !== undefined && { processing: number("processing", processing, 0) }),
  };
}

function number(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new UsageError(`--${name} takes a number; found '${value}'`);
}

function faults(texts: readonly string[], probability: number): FaultRule[] {
  try {
    for (const text of texts) parseFaults(text);
    // Those that are always played are played together.
    if (probability === 1 && texts.length > 0) parseFaults(texts.join(","));
  } catch (error) {
    throw new UsageError(`--fault: ${(error as Error).message}`);
  }
  return texts.map((text) => ({ play: text as FaultText, probability }));
}

function revision(value: string): Revision {
  if (Object.hasOwn(revisions, value)) return value as Revision;
  throw new UsageError(`--revision is one of ${Object.keys(revisions).join(", ")}; found '${value}'`);
}
