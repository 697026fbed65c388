import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export interface Pool {
  /** The processes that are alive. */
  readonly processes: ReadonlySet<ChildProcess>;
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

/** Keeps so many processes alive: one that dies is replaced, after a second, so that one that cannot live is no storm. */
export function startPool({ size, module, args, env = process.env }: PoolOptions): Pool {
  const processes = new Set<ChildProcess>();
  let isStopping = false;
  const keepOneAlive = async (): Promise<void> => {
    while (!isStopping) {
      const child = fork(module, args, { env, execArgv: [] });
      processes.add(child);
      await once(child, "exit");
      processes.delete(child);
      if (!isStopping) await sleep(1_000);
    }
  };
  const alive = Array.from({ length: size }, keepOneAlive);
  return {
    processes,
    async stop() {
      isStopping = true;
      for (const child of processes) child.kill("SIGTERM");
      await Promise.all(alive);
    },
  };
}
