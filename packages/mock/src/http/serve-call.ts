import type { Account, Accounts } from "../accounts/accounts.ts";
import { checkScopes, identifyCaller, type Keys } from "../accounts/callers.ts";
import { takeFromWindows } from "../accounts/windows.ts";
import { inSlices } from "../catalog/steps.ts";
import type { MockClock } from "../clock/clock.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import type { Query } from "../query/query.ts";
import type { PendingChanges } from "../storage/pending-changes.ts";
import { StorageError } from "../storage/storage.ts";
import { answerText, type Call, knownAnswer, textOf } from "./answer-text.ts";
import { type FaultPlanner, faultsOf } from "./fault-rules.ts";
import { withFaults } from "./play-faults.ts";
import { readBody } from "./read-body.ts";
import { errorReply, type Reply } from "./reply.ts";
import type { RequestLog } from "./request-log.ts";

/** What every request is served from. */
export interface Service {
  readonly accounts: Accounts;
  /** Written before every answer. */
  readonly changes: PendingChanges;
  readonly clock: MockClock;
  readonly random: () => number;
  readonly faults: FaultPlanner;
  readonly log: RequestLog;
  readonly keys?: Keys;
  /** Count requests against the operations' windows. */
  readonly limits: boolean;
  /** Refuse what is not simulated instead of answering with an example. */
  readonly strict: boolean;
}

/** Answers a call, with the faults that are planned for it. A problem is an answer too. */
export async function serveCall(service: Service, call: Call): Promise<Reply> {
  const { request, record, operation } = call;
  const headers: Record<string, string> = {};
  const answer = async (instead?: () => Reply | undefined): Promise<Reply> => {
    try {
      return instead?.() ?? (await heldStill(service.clock, admitCall(service, call, headers)));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return errorReply(error, { contentType: operation.contentType, random: service.random, headers });
    }
  };
  const faults = faultsOf(request, operation.fragment, service.faults);
  if (faults.length === 0) return answer();
  record.fault = faults.map((fault) => fault.name).join(", ");
  return withFaults(faults, answer, { clock: service.clock, signal: request.signal });
}

/** Lets no virtual time pass while an answer is made: much work is done in slices, which may take many turns. */
function heldStill<Value>(clock: MockClock, work: Promise<Value>): Promise<Value> {
  return clock.hold?.(work) ?? work;
}

/**
 * The order of the lines is the order of the checks.
 *
 * @param headers of the answer, a problem's too
 * @throws {ApiProblem}
 */
async function admitCall(service: Service, call: Call, headers: Record<string, string>): Promise<Reply> {
  const { fragment, key } = call.operation;
  const { accounts, clock, keys, limits } = service;
  const caller = identifyCaller(call.request.headers.authorization, keys);
  call.record.account = caller.account;
  const account = accounts.get(caller.account);
  if (limits) Object.assign(headers, takeFromWindows(account.windows, key, fragment.rateLimit, clock.now()));
  checkScopes(caller, fragment.scopes);
  return answerCall(service, call, account, headers);
}

/**
 * Does what an admitted call asks for.
 *
 * @throws {ApiProblem}
 */
async function answerCall(
  service: Service,
  call: Call,
  account: Account,
  headers: Record<string, string>,
): Promise<Reply> {
  const { changes, clock } = service;
  const { contentType, status } = call.operation;
  // A read changes nothing itself: it may save what jobs have written, but does not fail when that fails.
  const save = call.request.method === "GET" ? () => changes.tryToFlush() : () => changes.flush();
  try {
    const now = clock.now();
    if (account.jobs.isDue(now)) await inSlices(account.jobs.settle(now), save);
    const text = knownAnswer(call, account) ?? (await newAnswer(service, call, { account, headers, now, save }));
    if (text === null) return { status, headers, body: text };
    return { status, headers: { ...headers, "content-type": contentType }, body: text };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new ApiProblem(500, [{ code: "storage_failed", title: "The mock cannot save.", detail: error.message }]);
  }
}

interface AnswerOptions {
  account: Account;
  /** Of the answer, to be added to. */
  headers: Record<string, string>;
  /** Milliseconds since the epoch. */
  now: number;
  save: () => void;
}

async function newAnswer(service: Service, call: Call, options: AnswerOptions): Promise<string | null> {
  const { account, headers, now, save } = options;
  const { operation, record, request, url } = call;
  const query = operation.readQuery(url.searchParams);
  const body = operation.checkBody && (await readBody(request, operation, operation.checkBody));
  if (body) service.log.keepBody(record, body.value, body.size);
  if (!operation.handler) return sampledText(service, call, query, headers);
  return answerText(call, operation.handler, { account, query, body: body?.value, now }, save);
}

/**
 * An example in place of an operation that the mock has no behaviour for: a header and the request's record say so.
 *
 * @throws {ApiProblem} 501 when the mock is strict
 */
async function sampledText(
  { strict }: Service,
  { operation, record }: Call,
  query: Query,
  headers: Record<string, string>,
): Promise<string | null> {
  const { notSimulated, sampleAnswer } = await import("../operations/sample.ts");
  if (strict) throw notSimulated(operation.fragment.operationId, "and is strict about it");
  record.sampled = true;
  headers["x-mock-answer"] = "sampled";
  return textOf(operation, sampleAnswer(operation), query);
}
