import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { Fetch } from "./policy.ts";
import { retry } from "./retry.ts";
import { timeout } from "./timeout.ts";

const url = "https://a.klaviyo.com/api/catalog-items";
const never: Fetch = (_, init) =>
  new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason)));

test("an attempt without an answer ends with a TimeoutError", async () => {
  const clock = virtualClock();
  const call = timeout({ ms: 500, clock })(never)(...attempt(url));
  await expect(clock.run(call)).rejects.toMatchObject({ name: "TimeoutError", message: "No answer within 500 ms." });
  expect(clock.now()).toBe(500);
});

test("the caller's abort comes through with its own reason", async () => {
  const controller = new AbortController();
  const call = timeout()(never)(...attempt(url, { signal: controller.signal }));
  controller.abort(new Error("enough"));
  await expect(call).rejects.toThrow("enough");
});

test("an answer leaves no timer behind, and the caller can still abort its body", async () => {
  const clock = virtualClock();
  const controller = new AbortController();
  let inner: AbortSignal | null | undefined;
  const send = timeout({ clock })(async (_, init) => {
    inner = init.signal;
    return new Response();
  });
  await send(...attempt(url, { signal: controller.signal }));
  expect(clock.pending()).toBe(0);
  controller.abort();
  expect(inner?.aborted).toBe(true);
});

test("inside retry, a timeout of GET is one failed attempt", async () => {
  const clock = virtualClock();
  let attempts = 0;
  const send = retry({ clock })(
    timeout({ ms: 500, clock })((...sent) => (++attempts < 3 ? never(...sent) : Promise.resolve(new Response()))),
  );
  expect((await clock.run(send(...attempt(url)))).status).toBe(200);
  expect(attempts).toBe(3);
});
