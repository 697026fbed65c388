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

export async function startServer(name: "bare" | "mock"): Promise<MeasuredServer> {
  const child = fork(server, [name]);
  const [url] = await once(child, "message");
  const clients = await Promise.all(Array.from({ length: connections }, () => openConnection(url, headers)));
  return {
    rate: async (answers) => {
      const before = await processorSeconds(child);
      await Promise.all(clients.map((client) => client.requests(answers / connections)));
      return answers / ((await processorSeconds(child)) - before);
    },
    stop: () => {
      for (const client of clients) client.close();
      child.kill();
    },
  };
}

async function processorSeconds(child: ChildProcess): Promise<number> {
  child.send("how much?");
  const [seconds] = await once(child, "message");
  return seconds;
}
