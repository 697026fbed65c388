import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow, startProcess } from "../workspace/run-process.ts";
import { freePort } from "./free-port.ts";
import { untilAnswers } from "./until-answers.ts";

/** Installed when the test runs: 300 packages that nobody else needs. It does not resolve without the override. */
const verdaccio = { dependencies: { verdaccio: "6.10.4" }, overrides: { "node-fetch@cjs": "2.7.0" } };

export interface Registry {
  url: string;
  /** Makes npm and pnpm, started in `folder`, install from here and publish to here. */
  use(folder: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A registry on loopback with an empty store in `folder`. Packages of `scope` are only what gets published to it,
 * the others come from the registry that npm is configured with.
 */
export async function startRegistry(folder: string, scope: string): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, ...verdaccio }));
  await runOrThrow("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: folder });
  const upstream = (await runOrThrow("npm", ["config", "get", "registry"], { cwd: folder })).trim();
  const everyone = { access: "$all", publish: "$all" };
  const config = {
    storage: join(folder, "store"),
    uplinks: { upstream: { url: upstream, cache: false } },
    packages: { [`${scope}/*`]: everyone, "**": { access: "$all", proxy: "upstream" } },
    log: { type: "stdout", format: "json", level: "warn" },
  };
  await writeFile(join(folder, "config.yaml"), JSON.stringify(config));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const verdaccioBin = join(folder, "node_modules", "verdaccio", "bin", "verdaccio");
  const args = [verdaccioBin, "--config", "config.yaml", "--listen", `127.0.0.1:${port}`];
  const server = startProcess(process.execPath, args, { cwd: folder });
  await untilAnswers(`${url}-/ping`, server);
  return {
    url,
    use: (where) => appendFile(join(where, ".npmrc"), `registry=${url}\n//127.0.0.1:${port}/:_authToken=nobody\n`),
    stop: () => stop(server),
  };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill();
  await once(server, "exit");
}
