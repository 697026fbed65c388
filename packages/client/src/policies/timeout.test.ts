import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { Fetch } from "./policy.ts";
import { retry } from "./retry.ts";
import { timeout } from "./timeout.ts";
import { withPolicies } from "./with-policies.ts";

const url = "https://a.klaviyo.com/api/catalog-items";
const never: Fetch = (_, init) =>
  new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason)));

test("an attempt without an answer ends with a TimeoutError", async () => {
  const clock = virtualClock();
  const call = timeout({ ms: 500, clock })(never)(...attempt(url));
  await expect(clock.run(call)).rejects.toMatchObject({
    name: "TimeoutError",
    message: "GET /api/catalog-items: no whole answer to attempt 1 within 500 ms.",
  });
  expect(clock.now()).toBe(500);
});

test("the caller's abort comes through with its own reason", async () => {
  const controller = new AbortController();
  const call = timeout()(never)(...attempt(url, { signal: controller.signal }));
  controller.abort(new Error("enough"));
  await expect(call).rejects.toThrow("enough");
});

test("an answer leaves no timer behind", async () => {
  const clock = virtualClock();
  await timeout({ clock })(async () => new Response())(...attempt(url));
  expect(clock.pending()).toBe(0);
});

test("a call's own limit wins, and Infinity is none", async () => {
  const clock = virtualClock();
  const call = timeout({ ms: 500, clock })(never)(...attempt(url, { settings: { timeout: { attempt: 2000 } } }));
  await expect(clock.run(call)).rejects.toMatchObject({ message: expect.stringContaining("within 2000 ms") });
  timeout({ ms: 500, clock })(never)(...attempt(url, { settings: { timeout: Number.POSITIVE_INFINITY } }));
  expect(clock.pending()).toBe(0);
});

test("a transport that ignores its signal, and a body that stalls, end all the same", async () => {
  const clock = virtualClock();
  const deaf = withPolicies(() => new Promise(() => {}), [timeout({ ms: 500, clock })]);
  await expect(clock.run(deaf(...attempt(url)))).rejects.toMatchObject({ name: "TimeoutError" });
  const stalled = withPolicies(async () => new Response(new ReadableStream()), [timeout({ ms: 500, clock })]);
  await expect(clock.run(stalled(...attempt(url)))).rejects.toMatchObject({ name: "TimeoutError" });
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
