import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../testing/serve.ts";
import { testClient } from "../testing/test-client.ts";
import type { ClientTimeouts } from "./client-options.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** A server whose answers never end; resolves once the headers of one are on their way. */
async function endless() {
  let begun: (response: ServerResponse) => void;
  const streaming = new Promise<ServerResponse>((resolve) => {
    begun = resolve;
  });
  const baseUrl = await serve((_, response) => {
    response.write('{"data":[');
    const more = setInterval(() => response.write(" "), 10);
    response.on("close", () => clearInterval(more));
    begun(response);
  });
  return { baseUrl, streaming };
}

// A Request holds the signal that it was made with weakly: once it is collected, an abort no longer reaches its body.
test.each<ClientTimeouts>([
  {},
  { call: 60_000 },
  { attempt: 60_000, call: 60_000 },
  { attempt: Number.POSITIVE_INFINITY },
])(
  "with timeouts %o, the caller's abort stops a body that still streams after a garbage collection",
  async (timeout) => {
    const { baseUrl, streaming } = await endless();
    const controller = new AbortController();
    onTestFinished(() => controller.abort());
    const call = testClient({ baseUrl, timeout }).GET("/api/catalog-items", { signal: controller.signal });
    const response = await streaming;
    for (let times = 0; times < 5; times++) {
      await sleep(20);
      collectGarbage();
    }
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    await new Promise((resolve) => (response.destroyed ? resolve(undefined) : response.on("close", resolve)));
  },
);

test("the time of a whole call stops a body that still streams after a garbage collection", async () => {
  const { baseUrl, streaming } = await endless();
  const call = testClient({ baseUrl, timeout: { call: 300 } }).GET("/api/catalog-items");
  await streaming;
  for (let times = 0; times < 5; times++) {
    await sleep(20);
    collectGarbage();
  }
  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
});
