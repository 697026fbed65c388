import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export interface Pool {
  /** The processes that are alive. */
  readonly processes: ReadonlySet<ChildProcess>;
  /** Rejects when no process stays alive. */
  readonly failure: Promise<never>;
  /** Lets every process end what it is doing. */
  stop(): Promise<void>;
}

export interface PoolOptions {
  size: number;
  /** A module and the arguments of its processes. */
  module: URL;
  args: readonly string[];
  env?: NodeJS.ProcessEnv | undefined;
}

/** Processes of one place that died young in a row, after which it is taken that none can live. */
const mostYoungDeaths = 5;
/** How long a process has to live, in milliseconds, to count as one that can. */
const youth = 10_000;

/** No process stays alive; its message says how the last one ended. */
export class PoolError extends Error {
  override readonly name = "PoolError";
}

/**
 * Keeps so many processes alive: one that dies is replaced, after a second, so that one that cannot live is no storm. When
 * several in a row have died young, it is given up.
 */
export function startPool({ size, module, args, env = process.env }: PoolOptions): Pool {
  const processes = new Set<ChildProcess>();
  let isStopping = false;
  const liveOnce = async (): Promise<{ isYoung: boolean; end: string }> => {
    const began = Date.now();
    const child = fork(module, args, { env, execArgv: [] });
    processes.add(child);
    const [code, signal] = await once(child, "exit");
    processes.delete(child);
    return { isYoung: Date.now() - began < youth, end: signal ?? `exit code ${code}` };
  };
  const keepOneAlive = async (): Promise<void> => {
    let youngDeaths = 0;
    while (!isStopping) {
      const { isYoung, end } = await liveOnce();
      youngDeaths = isYoung ? youngDeaths + 1 : 0;
      if (isStopping) return;
      if (youngDeaths === mostYoungDeaths) {
        throw new PoolError(`workers do not stay alive: ${youngDeaths} in a row ended at once, the last with ${end}`);
      }
      await sleep(1_000);
    }
  };
  const alive = Array.from({ length: size }, keepOneAlive);
  const failure = new Promise<never>((_, reject) => {
    for (const one of alive) one.catch(reject);
  });
  // Whoever does not ask for it is not told.
  failure.catch(() => {});
  return {
    processes,
    failure,
    async stop() {
      isStopping = true;
      for (const child of processes) child.kill("SIGTERM");
      await Promise.allSettled(alive);
    },
  };
}
