import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { table } from "../testing/table.ts";
import type { Policy } from "./policy.ts";
import { rateLimit } from "./rate-limit.ts";
import { retry } from "./retry.ts";
import { withPolicies } from "./with-policies.ts";

test("the reason of an abort passes through as it is, whatever it is", async () => {
  const reason = new RangeError("enough");
  const send = withPolicies(fetch, [retry(), rateLimit(table)]);
  const call = send(...attempt("http://127.0.0.1:9/", { signal: AbortSignal.abort(reason) }));
  await expect(call).rejects.toBe(reason);
});

test("the first policy is the outermost", async () => {
  const order: string[] = [];
  const named =
    (name: string): Policy =>
    (next) =>
    async (url, init) => {
      order.push(`${name} before`);
      const response = await next(url, init);
      order.push(`${name} after`);
      return response;
    };
  const send = withPolicies(async () => new Response(), [named("a"), named("b")]);
  await send(...attempt("https://a.klaviyo.com/"));
  expect(order).toEqual(["a before", "b before", "b after", "a after"]);
});
