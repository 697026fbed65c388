import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { table } from "../testing/table.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { RequestEvent, ResponseEvent } from "./hooks.ts";
import { observe } from "./observe.ts";
import type { Transport } from "./policy.ts";
import { retry } from "./retry.ts";
import { withPolicies } from "./with-policies.ts";

test("every attempt is reported with its number, duration and end", async () => {
  const clock = virtualClock();
  const requests: RequestEvent[] = [];
  const responses: ResponseEvent[] = [];
  const failure = new TypeError("fetch failed");
  const policies = observe(table, { clock, onRequest: (e) => requests.push(e), onResponse: (e) => responses.push(e) });
  const transport: Transport = async () => {
    await new Promise<void>((resolve) => clock.after(40, resolve));
    if (responses.length === 0) throw failure;
    return new Response(null, { status: responses.length === 1 ? 500 : 200 });
  };
  const send = withPolicies(transport, [retry({ clock }), policies]);
  await clock.run(send(...attempt("https://a.klaviyo.com/api/catalog-items/1")));
  expect(requests.map(({ operation, attempt }) => [operation, attempt])).toEqual([
    ["GET /api/catalog-items/{id}", 1],
    ["GET /api/catalog-items/{id}", 2],
    ["GET /api/catalog-items/{id}", 3],
  ]);
  expect(responses.map(({ response, error }) => response?.status ?? (error as Error).cause)).toEqual([
    failure,
    500,
    200,
  ]);
  for (const { duration } of responses) expect(duration).toBeCloseTo(40);
});

test("a hook that throws or rejects harms nothing, and its first error is printed", async () => {
  const printed = vi.spyOn(console, "error").mockReturnValue();
  const failing = (): never => {
    throw new Error("no disk");
  };
  const send = observe(table, { onRequest: failing, onResponse: async () => failing() })(async () => new Response());
  for (let times = 0; times < 3; times++) expect((await send(...attempt("https://a.klaviyo.com/"))).status).toBe(200);
  await vi.waitFor(() => expect(printed).toHaveBeenCalledTimes(2));
  expect(printed).toHaveBeenCalledWith(
    expect.stringContaining("the call goes on"),
    expect.objectContaining({ message: "no disk" }),
  );
  printed.mockRestore();
});

test("a hook of another realm that rejects harms nothing either", async () => {
  const printed = vi.spyOn(console, "error").mockReturnValue();
  const onRequest = runInNewContext("async () => { throw new Error('no disk') }");
  const send = observe(table, { onRequest })(async () => new Response());
  expect((await send(...attempt("https://a.klaviyo.com/"))).status).toBe(200);
  await vi.waitFor(() => expect(printed).toHaveBeenCalledTimes(1));
  printed.mockRestore();
});

test("a hook that reads the body takes it from nobody", async () => {
  const read: unknown[] = [];
  const onResponse = async ({ response }: ResponseEvent): Promise<void> => void read.push(await response?.json());
  const send = withPolicies(async () => Response.json({ data: 1 }), [observe(table, { onResponse })]);
  const response = await send(...attempt("https://a.klaviyo.com/"));
  expect(await response.json()).toEqual({ data: 1 });
  await vi.waitFor(() => expect(read).toEqual([{ data: 1 }]));
});
