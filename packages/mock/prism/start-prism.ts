import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { slice } from "./slice.ts";
import { withNullLinks } from "./with-null-links.ts";

export interface Prism {
  url: string;
  /** What it has found wrong since it was last asked. */
  violations(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Prism as a validation proxy in front of `upstream`, with the Catalogs part of the published document. */
export async function startPrism(revision: string, upstream: string): Promise<Prism> {
  const folder = process.env.KLAVIYO_OPENAPI_DIR;
  if (folder === undefined) throw new Error("KLAVIYO_OPENAPI_DIR must name the folder of the published documents");
  const work = await mkdtemp(join(tmpdir(), "prism-"));
  const document = join(work, "catalogs.json");
  const whole = JSON.parse(await readFile(join(folder, `${revision}.json`), "utf8"));
  // Older revisions have a slash at the end of their paths.
  const list = ["/api/catalog-items", "/api/catalog-items/"].find((path) => path in whole.paths);
  await writeFile(document, JSON.stringify(withNullLinks(slice(whole, "Catalogs"))));

  const port = String(await freePort());
  const [command = "", ...first] = (process.env.PRISM ?? "npx -y @stoplight/prism-cli@5.16.0").split(" ");
  const args = [...first, "proxy", document, upstream, "--port", port, "--host", "127.0.0.1"];
  const prism = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<never>((_, reject) => {
    prism.once("exit", () => reject(new Error("Prism ended, or did not start")));
  });
  ended.catch(() => {});
  const lines = createInterface(prism.stdout);
  const said = (pattern: RegExp): Promise<unknown> => {
    const line = new Promise<void>((resolve) => lines.on("line", (text) => pattern.test(text) && resolve()));
    return Promise.race([line, ended]);
  };
  const found: string[] = [];
  lines.on("line", (text) => found.push(...(/Violation: (.*)/.exec(text)?.slice(1) ?? [])));
  await said(/is listening/);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async violations() {
      // an intended one: when it is in the log, so are all before it, and Prism does look
      const last = said(/Violation: request\.query\.sort /);
      const headers = { authorization: "Klaviyo-API-Key pk_prism", revision };
      await fetch(`${url}${list}?sort=nothing`, { headers });
      await last;
      return found.splice(0).slice(0, -1);
    },
    async stop() {
      // npx starts Prism as a child of its own: the group is ended
      if (prism.pid) process.kill(-prism.pid);
      await rm(work, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
