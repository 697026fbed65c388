import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { bundle } from "./bundle.ts";
import type { Report } from "./report.ts";

// `private`, because loopback is no public address; the port is the system's choice, told on descriptor 3
const config = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-07-15",
);
`;

/** Runs the transport test in a worker. */
export async function runWorkerd(binary: string, baseUrl: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "workerd-"));
  await writeFile(join(folder, "worker.js"), await bundle("in-worker.js"));
  await writeFile(join(folder, "config.capnp"), config);
  const workerd = spawn(binary, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const complaints = text(workerd.stderr as NodeJS.ReadableStream);
  try {
    const port = await Promise.race([portOf(workerd.stdio[3] as NodeJS.ReadableStream), once(workerd, "exit")]);
    if (typeof port !== "number") throw new Error(await complaints);
    const signal = AbortSignal.timeout(60_000);
    const response = await fetch(`http://127.0.0.1:${port}/?base-url=${encodeURIComponent(baseUrl)}`, { signal });
    if (!response.ok) throw new Error(`The worker answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Report;
  } finally {
    workerd.kill();
    await rm(folder, { recursive: true });
  }
}

async function portOf(control: NodeJS.ReadableStream): Promise<number | undefined> {
  for await (const line of control) {
    const message = JSON.parse(String(line));
    if (message.event === "listen") return message.port;
  }
  return undefined;
}
