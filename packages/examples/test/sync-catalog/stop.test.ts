import { createClient } from "@org/client";
import { expect, test } from "vitest";
import { readArguments } from "../../src/sync-catalog/arguments.ts";
import { Problems } from "../../src/sync-catalog/catalog/problems.ts";
import { readInput } from "../../src/sync-catalog/input/read-input.ts";
import { outlineOf } from "../../src/sync-catalog/plan/outline.ts";
import { textReporter } from "../../src/sync-catalog/report/text-reporter.ts";
import { sync } from "../../src/sync-catalog/sync.ts";
import { bench, item, ndjson } from "./sync-program.ts";

test("a question that is stopped is not an answer: nothing is sent, and the command that goes on is told", async () => {
  const { mock, run, file, folder } = await bench();
  await run(await file("all.ndjson", ndjson([item("a"), item("b")])));
  await file("one.ndjson", ndjson([item("a")]));
  const args = readArguments([`${folder}/one.ndjson`, "--delete-missing", "--max-delete", "50%"]);
  const stop = new AbortController();
  let told = "";
  const write = (text: string) => {
    told += text;
  };
  const code = await sync(args === "help" ? expect.fail() : args, {
    klaviyo: createClient({ apiKey: "pk_test", fetch: mock.fetch }),
    reporter: textReporter({ display: { begin() {}, update() {}, end() {} }, write, writeError: write }),
    signal: stop.signal,
    confirm: async () => {
      stop.abort();
      return false;
    },
    command: "pnpm sync one.ndjson --delete-missing",
  });
  expect(code).toBe(130);
  expect(told).toMatch(/Stopped, and nothing was sent\. Go on with: pnpm sync one\.ndjson --delete-missing\n$/);
  expect(told).not.toContain("not agreed to");
  expect(mock.state.items.size).toBe(2);
});

test("Ctrl-C while the account is read stops at once, and tells the command that goes on", async () => {
  const { mock, runUntil, file } = await bench();
  const name = await file("shop.ndjson", ndjson([item("a"), item("b")]));
  const isReading = ({ operationId }: { operationId?: string | undefined }) => operationId === "get_catalog_items";
  const { code, stdout, stderr } = await runUntil(isReading, "SIGINT", name);
  expect(stdout).toContain("Stopped, and nothing was sent. Go on with: pnpm sync shop.ndjson\n");
  expect(stdout).not.toContain("what has been submitted");
  expect(stderr).toBe("");
  expect(code).toBe(130);
  expect(mock.requests.every(({ method }) => method === "GET")).toBe(true);
});

test.each(["shop.ndjson", "shop.csv"])("reading %s stops at once", async (name) => {
  const { file, folder } = await bench();
  const ids = Array.from({ length: 20_000 }, (_, index) => `i-${index}`);
  const text = name.endsWith(".csv") ? `external_id\n${ids.join("\n")}\n` : ndjson(ids.map((id) => item(id)));
  const path = `${folder}/${await file(name, text)}`;
  const stop = new AbortController();
  let count = 0;
  async function* read(problems: Problems, signal?: AbortSignal) {
    for await (const record of readInput(path, { signal }, problems)) {
      if (++count === 1) stop.abort();
      yield record;
    }
  }
  await expect(outlineOf(path, read, new Problems(), stop.signal)).rejects.toThrow("This operation was aborted");
  expect(count).toBeLessThan(ids.length);
});
