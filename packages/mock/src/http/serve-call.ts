import type { Account, Accounts } from "../accounts/accounts.ts";
import { checkScopes, identifyCaller, type Keys } from "../accounts/callers.ts";
import { takeFromWindows } from "../accounts/windows.ts";
import type { Clock } from "../clock/clock.ts";
import { createUrls } from "../documents/document.ts";
import { applyFieldsets } from "../documents/fieldsets.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import type { HandlerContext } from "../operations/handler-context.ts";
import type { Operation } from "../operations/operation.ts";
import type { PendingChanges } from "../storage/pending-changes.ts";
import type { FaultPlanner } from "./fault-rules.ts";
import { faultsOf } from "./faults.ts";
import { withFaults } from "./play-faults.ts";
import { readBody } from "./read-body.ts";
import { errorReply, type Reply } from "./reply.ts";
import type { Incoming } from "./request.ts";
import type { RecordedRequest } from "./request-log.ts";

/** A request that has found its operation. */
export interface Call {
  readonly request: Incoming;
  readonly url: URL;
  readonly operation: Operation;
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly record: RecordedRequest;
}

/** What every request is served from. */
export interface Service {
  readonly accounts: Accounts;
  /** Written before every answer. */
  readonly changes: PendingChanges;
  readonly clock: Clock;
  readonly random: () => number;
  readonly faults: FaultPlanner;
  readonly keys?: Keys;
  /** Count requests against the operations' windows. */
  readonly limits: boolean;
}

/** Answers a call, with the faults that are planned for it. A refusal is an answer too. */
export async function serveCall(service: Service, call: Call): Promise<Reply> {
  const { request, record, operation } = call;
  const headers: Record<string, string> = {};
  const refuse = (error: unknown): Reply => {
    if (!(error instanceof ApiProblem)) throw error;
    return errorReply(error, { contentType: operation.contentType, random: service.random, headers });
  };
  try {
    const faults = faultsOf(request, operation.fragment, service.faults);
    if (faults.length === 0) return await admitCall(service, call, headers);
    record.fault = faults.map((fault) => fault.name).join(", ");
    const surroundings = { clock: service.clock, signal: request.signal };
    return await withFaults(faults, () => admitCall(service, call, headers).catch(refuse), surroundings);
  } catch (error) {
    return refuse(error);
  }
}

/**
 * The order of the lines is the order of the checks.
 *
 * @param headers of the answer, a refusal's too
 * @throws {ApiProblem}
 */
async function admitCall(service: Service, call: Call, headers: Record<string, string>): Promise<Reply> {
  const { operationId, rateLimit, scopes } = call.operation.fragment;
  const { accounts, clock, keys, limits } = service;
  const caller = identifyCaller(call.request.headers.authorization, keys);
  call.record.account = caller.account;
  const account = accounts.get(caller.account);
  if (limits) Object.assign(headers, takeFromWindows(account.windows, operationId, rateLimit, clock.now()));
  checkScopes(caller, scopes);
  return answerCall(service, call, account, headers);
}

/**
 * Does what an admitted call asks for.
 *
 * @throws {ApiProblem}
 */
export async function answerCall(
  { changes, clock }: Service,
  { request, url, operation, path, record }: Call,
  account: Account,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { contentType, readQuery, slash, status } = operation;
  const query = readQuery(url.searchParams);
  const body = await readBody(request, operation);
  record.body = body;
  const now = clock.now();
  try {
    account.jobs.settle(now);
    const answer = () =>
      textOf(operation, { account, url, urls: createUrls(url.origin, slash), path, query, body, now });
    const text = request.method === "GET" ? account.answers.get(`${record.revision} ${url.href}`, answer) : answer();
    if (text === null) return { status, headers, body: text };
    return { status, headers: { ...headers, "content-type": contentType }, body: text };
  } finally {
    changes.flush();
  }
}

/** The document that an operation answers with, in its revision's form; nothing for an answer without a body. */
function textOf({ handler, shape }: Call["operation"], context: HandlerContext): string | null {
  const document = handler(context);
  if (document === undefined) return null;
  const shaped = shape(document);
  applyFieldsets(shaped, context.query.fields);
  return JSON.stringify(shaped);
}
