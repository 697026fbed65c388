import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { ApiError } from "../../answers/api-error.ts";
import { ConnectionError } from "../../answers/connection-error.ts";
import { markTransient } from "../../policies/transient.ts";
import { RateLimitError } from "../../rate-limit/rate-limit-error.ts";
import { entryOf } from "../records/entry.ts";
import type { Calls, Sending } from "./calls.ts";
import { submitChunk } from "./submit-chunk.ts";

const operation = "POST /api/catalog-category-bulk-create-jobs";

/** Submits a chunk by calls that do this, and may be cut short by what it returns. */
function world(submit: (sending: Sending) => unknown) {
  const [halted, expired] = [new AbortController(), new AbortController()];
  const sent: unknown[] = [];
  const calls = {
    submit: async (action: string, resources: unknown[], sending: Sending) => {
      sent.push([action, resources]);
      return await submit(sending);
    },
  } as unknown as Calls;
  const once = submitChunk(calls, { halted: halted.signal, expired: expired.signal });
  const entries = [entryOf({ external_id: "C1", name: "One" }, 0, "create", "catalog-category"), undefined];
  return { halted, expired, sent, run: () => once({ number: 0, action: "create", entries }) };
}

/** Fails as `fetch` does when its signal aborts. */
function untilAborted({ signal }: Sending): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

function refusal(status: number, ...errors: object[]): ApiError {
  return new ApiError(new Response("", { status }), { body: { errors }, method: "POST", path: "/api/jobs" });
}

test("a job that is accepted comes with its id, and one without it leaves doubts", async () => {
  const job = { id: "J1", attributes: {} };
  const { run, sent } = world(() => ({ data: { data: job } }));
  expect(await run()).toEqual({ kind: "accepted", job });
  expect(sent).toEqual([["create", [{ type: "catalog-category", attributes: { external_id: "C1", name: "One" } }]]]);
  for (const data of [{ data: { ...job, id: "" } }, {}, undefined])
    expect(await world(() => ({ data })).run()).toEqual({
      kind: "uncertain",
      error: new Error("An accepted job came without its id."),
    });
});

const invalid = { code: "invalid", detail: "No." };
const unreachable = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
const broken = Object.assign(new Error("reset"), { code: "ECONNRESET" });

test.each<[string, Error, kind: string]>([
  ["a refusal of its records", refusal(400, invalid), "refused"],
  ["a conflict", refusal(409, invalid), "refused"],
  ["what is too large", refusal(413, invalid), "refused"],
  ["what cannot be processed", refusal(422, invalid), "refused"],
  ["what a server calls too large in its own words", refusal(413), "refused"],
  ["a missing scope", refusal(403, invalid), "hopeless"],
  ["a wrong key", refusal(401, invalid), "hopeless"],
  ["a proxy's page", refusal(400), "uncertain"],
  ["a failing API", refusal(503, invalid), "uncertain"],
  ["a limit of calls", refusal(429, { code: "throttled", detail: "Too many jobs." }), "not sent"],
  ["a limit of calls that is our own", new RateLimitError({ operation, allowed: 0 }), "not sent"],
  ["a server that was not reached", new ConnectionError({ operation, attempts: 1, cause: unreachable }), "not sent"],
  ["a connection that broke", new ConnectionError({ operation, attempts: 1, cause: broken }), "uncertain"],
  ["an attempt that took too long", markTransient(new Error("too long")), "uncertain"],
  ["a call that took too long", new DOMException("too long", "TimeoutError"), "uncertain"],
  ["a call that was aborted", new DOMException("aborted", "AbortError"), "uncertain"],
  ["a hook's error", new TypeError("a mistake"), "hopeless"],
])("%s leaves a job %3$s", async (_, error, kind) => {
  const thrown = await world(() => Promise.reject(error)).run();
  expect(thrown).toMatchObject({ kind });
  if (error instanceof ApiError) expect(await world(() => ({ error })).run()).toEqual(thrown);
});

test.each([
  [{ code: "too many jobs" }, "busy"],
  [{ title: "The maximum number of jobs is reached." }, "busy"],
  [{ detail: "You have 500 jobs in progress." }, "busy"],
  [{ detail: "There is a job already in progress." }, "busy"],
  [{ code: "jobs", detail: "They are in progress." }, "busy"],
  [{ detail: "jobsite in progress" }, "refused"],
  [{ detail: "The job is in progression." }, "refused"],
  [invalid, "refused"],
])("a refusal with the error %j leaves a job %s", async (error, kind) => {
  expect(await world(() => ({ error: refusal(400, invalid, error) })).run()).toMatchObject({ kind });
});

test("a refusal without the API's errors tells its own message", async () => {
  const error = refusal(413);
  expect(await world(() => ({ error })).run()).toEqual({
    kind: "refused",
    errors: [{ code: "refused", detail: error.message }],
    error,
  });
  expect(await world(() => ({ error: refusal(400, invalid) })).run()).toMatchObject({ errors: [invalid] });
});

test("what is thrown may be nothing, and no listener is left behind", async () => {
  const { halted, expired, run } = world(() => Promise.reject(undefined));
  expect(await run()).toEqual({ kind: "hopeless", error: undefined });
  expect([halted, expired].map(({ signal }) => getEventListeners(signal, "abort").length)).toEqual([0, 0]);
});

test("a run that is to stop sends nothing more", async () => {
  const { halted, run, sent } = world(() => ({}));
  halted.abort("stop");
  expect(await run()).toEqual({ kind: "not sent", error: "stop" });
  expect(sent).toEqual([]);
});

test("a request that was not sent when the run is to stop is taken back, if the client tells what it sends", async () => {
  const told = { sends: true };
  const { halted, run } = world((sending) => {
    if (told.sends) sending.onSend();
    return told.sends ? { data: { data: { id: "J1" } } } : untilAborted(sending);
  });
  await run();
  told.sends = false;
  const waiting = run();
  halted.abort();
  expect(await waiting).toMatchObject({ kind: "not sent" });
  const silent = world(untilAborted);
  const unknown = silent.run();
  silent.halted.abort();
  expect(await unknown).toMatchObject({ kind: "uncertain" });
});

test("a request that is on its way when the run is to stop is answered, until nothing is waited for any more", async () => {
  const { halted, expired, run } = world((sending) => {
    sending.onSend();
    return untilAborted(sending);
  });
  const submission = run();
  let isOver = false;
  submission.finally(() => {
    isOver = true;
  });
  halted.abort();
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  expired.abort();
  expect(await submission).toMatchObject({ kind: "uncertain" });
});
