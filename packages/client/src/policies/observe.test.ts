import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { table } from "../testing/table.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { RequestEvent, ResponseEvent } from "./hooks.ts";
import { observe } from "./observe.ts";
import { retry } from "./retry.ts";

test("every attempt is reported with its number, duration and end", async () => {
  const clock = virtualClock();
  const requests: RequestEvent[] = [];
  const responses: ResponseEvent[] = [];
  const failure = new TypeError("fetch failed");
  const policies = observe(table, { clock, onRequest: (e) => requests.push(e), onResponse: (e) => responses.push(e) });
  const send = retry({ clock })(
    policies(async () => {
      await new Promise<void>((resolve) => clock.after(40, resolve));
      if (responses.length === 0) throw failure;
      return new Response(null, { status: responses.length === 1 ? 500 : 200 });
    }),
  );
  await clock.run(send(...attempt("https://a.klaviyo.com/api/catalog-items/1")));
  expect(requests.map(({ operation, attempt }) => [operation, attempt])).toEqual([
    ["GET /api/catalog-items/{id}", 1],
    ["GET /api/catalog-items/{id}", 2],
    ["GET /api/catalog-items/{id}", 3],
  ]);
  expect(responses.map(({ response, error }) => response?.status ?? error)).toEqual([failure, 500, 200]);
  for (const { duration } of responses) expect(duration).toBeCloseTo(40);
});
