import { expect, test } from "vitest";
import { Accounts } from "../accounts/accounts.ts";
import { seededRandom } from "../catalog/ids.ts";
import { virtualClock } from "../clock/virtual-clock.ts";
import { current, revisions } from "../generated/revisions.ts";
import { defaultPace } from "../jobs/job.ts";
import { PendingChanges } from "../storage/pending-changes.ts";
import { createDispatch } from "./dispatch.ts";
import { createFaults } from "./fault-rules.ts";
import { incomingOf } from "./request.ts";
import { RequestLog } from "./request-log.ts";

test("requests that come at once load their revision once", async () => {
  const clock = virtualClock();
  const random = seededRandom(1);
  const changes = new PendingChanges();
  const accounts = new Accounts({ changes, pace: defaultPace, random });
  const log = new RequestLog(true);
  const faults = createFaults([], new Map(), random);
  let loaded = 0;
  const load = () => {
    loaded += 1;
    return revisions[current]();
  };
  const service = { accounts, changes, clock, random, faults, log, limits: true, strict: false };
  const dispatch = createDispatch({ [current]: load }, service);
  const headers = { authorization: "Bearer token", revision: current };
  const ask = () => {
    const request = incomingOf(new Request("https://a.klaviyo.com/api/catalog-items", { headers }));
    return dispatch(request, log.begin(request, 0));
  };
  const replies = await Promise.all([ask(), ask(), ask()]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(loaded).toBe(1);
});
