import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";
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
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    rate: async (answers) => {
      const before = await processorSeconds(child);
      await requests(url, agent, answers);
      return answers / ((await processorSeconds(child)) - before);
    },
    stop: () => {
      agent.destroy();
      child.kill();
    },
  };
}

async function processorSeconds(child: ChildProcess): Promise<number> {
  child.send("how much?");
  const [seconds] = await once(child, "message");
  return seconds;
}

async function requests(url: string, agent: Agent, count: number): Promise<void> {
  let sent = 0;
  const worker = async () => {
    while (sent++ < count) await request(url, agent);
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

function request(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().once("end", resolve);
    }).once("error", reject);
  });
}
