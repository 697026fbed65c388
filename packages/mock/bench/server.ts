// Started by start-server.ts in a process of its own: `bare` is a hono route that answers a fixed document, `mock` the
// mock. Tells its URLs first, and the processor seconds it has used whenever it is asked.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { createMock } from "../src/index.ts";
import { headers, seedJob } from "./seed-job.ts";

const [name, jobs] = process.argv.slice(2);
const mock = createMock({ limits: false, pace: { queued: 0, processing: 0 } });
const paths: string[] = [];
for (let number = 0; number < Number(jobs); number++) paths.push(await seedJob(mock, number));
const document = await (await mock.fetch(paths[0] ?? "", { headers })).json();
const tell = (value: readonly string[] | number) => process.send?.(value);

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  tell((user + system) / 1e6);
});

const baseUrl = name === "mock" ? (await mock.listen()).url : await listenBare();
tell(paths.map((path) => baseUrl + path));

function listenBare(): Promise<string> {
  const app = new Hono();
  app.get("/api/catalog-category-bulk-create-jobs/:job_id/", (context) => context.json(document));
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
  });
}
