import type { ServerResponse } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import type { Timeouts } from "../policies/call-settings.ts";
import { serve } from "../testing/serve.ts";
import { testClient } from "../testing/test-client.ts";

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
    const more = setInterval(() => response.write(" "), 1);
    response.on("close", () => clearInterval(more));
    begun(response);
  });
  return { baseUrl, streaming };
}

/** Lets what has arrived be read, and collects what nobody holds any more. */
async function collectWhileReading(): Promise<void> {
  for (let times = 0; times < 5; times++) {
    for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
    collectGarbage();
  }
}

/** Resolves once the client has let go of the connection. */
async function closed(response: ServerResponse): Promise<void> {
  if (!response.destroyed) await new Promise((resolve) => response.on("close", resolve));
}

// A Request holds the signal that it was made with weakly: once it is collected, an abort no longer reaches its body.
test.each<{ timeout: Timeouts; middleware?: boolean }>([
  { timeout: {} },
  { timeout: { call: 60_000 } },
  { timeout: { attempt: 60_000, call: 60_000 } },
  { timeout: { attempt: Number.POSITIVE_INFINITY } },
  { timeout: {}, middleware: true },
])(
  "with %o, the caller's abort closes the connection of a body that still streams",
  async ({ timeout, middleware }) => {
    const { baseUrl, streaming } = await endless();
    const controller = new AbortController();
    onTestFinished(() => controller.abort());
    const klaviyo = testClient({ baseUrl, timeout });
    if (middleware) klaviyo.use({ onRequest: () => undefined });
    const call = klaviyo.GET("/api/catalog-items", { signal: controller.signal });
    const ended = expect(call).rejects.toMatchObject({ name: "AbortError" });
    const response = await streaming;
    await collectWhileReading();
    controller.abort();
    await ended;
    await closed(response);
  },
);

test.each<Timeouts>([{ call: 300 }, { attempt: 300 }])(
  "the time limit %o closes the connection of a body that still streams",
  async (timeout) => {
    const { baseUrl, streaming } = await endless();
    const call = testClient({ baseUrl, timeout }).GET("/api/catalog-items");
    const ended = expect(call).rejects.toMatchObject({ name: "TimeoutError" });
    const response = await streaming;
    await collectWhileReading();
    await ended;
    await closed(response);
  },
);
