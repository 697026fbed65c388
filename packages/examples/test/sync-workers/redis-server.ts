import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";

/** Whether there is a Redis to start, of Debian's package redis-server. */
export const isInstalled = spawnSync("redis-server", ["--version"]).status === 0;

/** Starts a Redis of a test's own; returns its URL, a client, and what takes it away in the middle of the test. */
export async function startRedis(): Promise<{ url: string; redis: Redis; kill: () => Promise<void> }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn("redis-server", ["--port", String(port), "--save", "", "--bind", "127.0.0.1"]);
  let output = "";
  for await (const lines of server.stdout.setEncoding("utf8")) {
    output += lines;
    if (isReady(output)) break;
  }
  if (output.includes("Address already in use")) return startRedis();
  if (!isReady(output)) throw new Error(`redis-server has ended: ${output}`);
  server.stdout.resume();
  const url = `redis://127.0.0.1:${port}`;
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const exited = once(server, "exit");
  const kill = async () => {
    redis.disconnect();
    server.kill("SIGKILL");
    await exited;
  };
  onTestFinished(kill);
  return { url, redis, kill };
}

function isReady(output: string): boolean {
  return output.includes("Ready to accept connections");
}
