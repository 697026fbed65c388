// Puts Prism's validation proxy, with Klaviyo's own document, between a tour of the API and the mock, and fails on
// every violation it reports: KLAVIYO_OPENAPI_DIR=<folder of <revision>.json> node prism/main.ts
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, virtualClock } from "../src/index.ts";
import { slice } from "./slice.ts";
import { tour } from "./tour.ts";
import { withNullLinks } from "./with-null-links.ts";

const folder = process.env.KLAVIYO_OPENAPI_DIR;
if (folder === undefined) throw new Error("KLAVIYO_OPENAPI_DIR must name the folder of the reference documents");
let violations = 0;
for (const revision of ["2023-12-15", "2026-07-15"]) violations += await check(revision);
process.exitCode = violations === 0 ? 0 : 1;

async function check(revision: string): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), "prism-"));
  const document = join(work, "catalogs.json");
  const whole = JSON.parse(await readFile(join(folder as string, `${revision}.json`), "utf8"));
  await writeFile(document, JSON.stringify(withNullLinks(slice(whole, "Catalogs"))));
  const clock = virtualClock();
  const mock = createMock({ clock, limits: false });
  const listener = await mock.listen();
  const port = await freePort();
  const command = (process.env.PRISM ?? "npx -y @stoplight/prism-cli@5.16.0").split(" ");
  const args = [...command.slice(1), "proxy", document, listener.url, "--port", String(port), "--host", "127.0.0.1"];
  const prism = spawn(command[0] as string, args, { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  try {
    await new Promise<void>((resolve, reject) => {
      prism.stdout.on("data", (text) => /is listening/.test(String(text)) && resolve());
      prism.once("exit", () => reject(new Error("Prism did not start")));
    });
    const found: string[] = [];
    const calls = await tour(`http://127.0.0.1:${port}`, revision, clock, (call, violation) =>
      found.push(`${call}: ${violation}`),
    );
    console.log(`${revision}: ${calls} calls through Prism, ${found.length} violations`);
    for (const line of found) console.log(`  ${line}`);
    return found.length;
  } finally {
    process.kill(-(prism.pid as number));
    await listener.close();
    await rm(work, { recursive: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
