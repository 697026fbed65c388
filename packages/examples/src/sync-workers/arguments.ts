import { parseArgs } from "node:util";
import { keyVariable } from "./account.ts";

export const usage = `Usage: pnpm sync:workers <account>=<file> … [options]

Sends NDJSON to several Klaviyo accounts with several processes, by BullMQ and a Redis.

  --workers <number>     how many processes (default 4)
  --redis <url>          where Redis is (default redis://127.0.0.1:6379)
  --lock <milliseconds>  after which a worker that is not heard of is taken for dead (default 30000)
  --live                 your accounts, with their keys in KLAVIYO_API_KEY_<ACCOUNT>, instead of a mock

Exit codes: 0 all was done, 1 records failed or nobody knows what became of them, 2 the command or a file has to be
mended, 3 Redis could not be reached or workers do not stay alive, 130 stopped by Ctrl-C.`;

/** Told by the usage. */
export const exitCodes = { done: 0, failed: 1, mistake: 2, unreachable: 3 } as const;

/** A mistake in the command; its message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface Arguments {
  /** By account. */
  files: ReadonlyMap<string, string>;
  redis: string;
  workers: number;
  /** In milliseconds. */
  lock: number;
  live: boolean;
}

/** @throws {UsageError} */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Arguments | "help" {
  const { values, positionals } = parsed(args);
  if (values.help) return "help";
  const files = filesOf(positionals);
  if (values.live) checkKeys([...files.keys()], env);
  return {
    files,
    redis: redisOf(values.redis),
    workers: countOf("--workers", values.workers),
    lock: countOf("--lock", values.lock),
    live: values.live,
  };
}

function parsed(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        redis: { type: "string", default: "redis://127.0.0.1:6379" },
        workers: { type: "string", default: "4" },
        lock: { type: "string", default: "30000" },
        live: flag,
        help: flag,
      },
    });
  } catch (error) {
    const [mistake] = (error as Error).message.split(". ");
    throw new UsageError(`${mistake}; 'pnpm sync:workers --help' tells the rest`);
  }
}

function filesOf(positionals: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const one of positionals) {
    const [, account, file] = /^([\w-]+)=(.+)$/.exec(one) ?? [];
    if (account === undefined || file === undefined) {
      throw new UsageError(`expected an account and its file, such as north=north.ndjson, found '${one}'`);
    }
    if (files.has(account)) throw new UsageError(`the account '${account}' is there twice; give it one file`);
    files.set(account, file);
  }
  if (files.size > 0) return files;
  throw new UsageError("expected an account and its file, such as north=north.ndjson; --help tells the rest");
}

/** Without its key no worker could begin. */
function checkKeys(accounts: readonly string[], env: NodeJS.ProcessEnv): void {
  const missing = accounts.map(keyVariable).filter((name) => !env[name]);
  if (missing.length > 0) throw new UsageError(`--live needs a key of each account; missing: ${missing.join(", ")}`);
}

function redisOf(text: string): string {
  if (/^rediss?:\/\/./.test(text) && URL.canParse(text)) return text;
  // What was given instead may hold a password.
  throw new UsageError("--redis expects an address such as redis://127.0.0.1:6379");
}

function countOf(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} expects a whole number from 1, found '${text}'`);
}
