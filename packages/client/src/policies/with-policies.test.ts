import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import type { Policy } from "./policy.ts";
import { withPolicies } from "./with-policies.ts";

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
