import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "./report.ts";
import { runChromium } from "./run-chromium.ts";
import { type Program, runProcess } from "./run-process.ts";
import { runWorkerd } from "./run-workerd.ts";

/** Where the client is tested. */
export interface Runtime {
  name: string;
  binary: string;
  run(baseUrl: string): Promise<Report>;
  /** Why it cannot be run here. */
  missing?: string;
}

const modules = join(import.meta.dirname, "node_modules");
const program = (name: string, program: Program): Runtime => ({
  name,
  binary: program.binary,
  run: (baseUrl) => runProcess(program, baseUrl),
});

const nodes = [20, 22, 24, 26].map((major) =>
  program("Node", { binary: join(modules, `node-${major}`, "bin", "node") }),
);

// nothing but the network of this machine: the client asks for no other permission
const denoArgs = ["run", "--no-prompt", "--no-remote", "--node-modules-dir=manual", "--allow-net=127.0.0.1"];
const deno = program("Deno", { binary: join(modules, ".bin", "deno"), args: denoArgs });

const bun = program("Bun", { binary: join(modules, ".bin", "bun"), args: ["run", "--no-install"] });

const workerdBinary = join(modules, ".bin", "workerd");
const workerd: Runtime = {
  name: "workerd",
  binary: workerdBinary,
  run: (baseUrl) => runWorkerd(workerdBinary, baseUrl),
};

const chromiumBinary = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const chromium: Runtime = {
  name: "Chromium",
  binary: chromiumBinary,
  run: (baseUrl) => runChromium(chromiumBinary, baseUrl),
  ...(!existsSync(chromiumBinary) && { missing: `${chromiumBinary} is not there: apt-get install chromium` }),
};

/** Everything that is tested, in order of output. */
export const runtimes: readonly Runtime[] = [...nodes, deno, bun, workerd, chromium];

/** What people may run the client in and we cannot here. */
export const untested = [
  "Firefox",
  "Safari",
  "React Native",
  "Vercel Edge",
  "Cloudflare's own network",
  "Windows",
  "macOS",
];
