import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openConnection } from "./connection.ts";
import { headers } from "./seed-job.ts";

const server = fileURLToPath(new URL("server.ts", import.meta.url));
const connections = 8;

export interface MeasuredServer {
  /**
   * Answers the server gives in a second of its processor's time. Wall time would also count what else the machine
   * does, this program included.
   */
  rate(answers: number): Promise<number>;
  stop(): void;
}

/** @param jobs how many there are, which are asked for in turn */
export async function startServer(name: "bare" | "mock", jobs: number): Promise<MeasuredServer> {
  const child = fork(server, [name, String(jobs)]);
  const [urls] = await once(child, "message");
  return {
    rate: async (answers) => {
      // Servers are measured in turn, and each closes what has been idle for seconds: connections are opened anew.
      const clients = await Promise.all(Array.from({ length: connections }, () => openConnection(urls, headers)));
      const before = await processorSeconds(child);
      const answered = Promise.all(clients.map((client) => client.requests(answers / connections)));
      await withoutSleep(answered);
      const seconds = (await processorSeconds(child)) - before;
      for (const client of clients) client.close();
      return answers / seconds;
    },
    stop: () => child.kill(),
  };
}

async function processorSeconds(child: ChildProcess): Promise<number> {
  child.send("how much?");
  const [seconds] = await once(child, "message");
  return seconds;
}

/** A client that sleeps is woken by the server's write, which costs the server more than a bare answer does. */
async function withoutSleep(work: Promise<unknown>): Promise<void> {
  let done = false;
  const end = work.finally(() => {
    done = true;
  });
  while (!done) await new Promise(setImmediate);
  await end;
}
