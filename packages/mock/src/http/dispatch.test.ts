import { expect, test } from "vitest";
import { current, revisions } from "../generated/revisions.ts";
import { bareService } from "../testing/bare-service.ts";
import { createDispatch } from "./dispatch.ts";
import { incomingOf } from "./request.ts";

test("requests that come at once load their revision once", async () => {
  let loaded = 0;
  const load = () => {
    loaded += 1;
    return revisions[current]();
  };
  const service = bareService();
  const dispatch = createDispatch({ [current]: load }, service);
  const headers = { authorization: "Bearer token", revision: current };
  const ask = () => {
    const request = incomingOf(new Request("https://a.klaviyo.com/api/catalog-items", { headers }));
    return dispatch(request, service.log.begin(request, 0));
  };
  const replies = await Promise.all([ask(), ask(), ask()]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await ask()).status).toBe(200);
  expect(loaded).toBe(1);
});
