import { checkScopes } from "../accounts/check-scopes.ts";
import { identifyCaller } from "../accounts/identify-caller.ts";
import { faultsOf } from "../faults/faults-of.ts";
import { withFaults } from "../faults/with-faults.ts";
import { takeFromWindows } from "../limits/take-from-windows.ts";
import { answerCall } from "./answer-call.ts";
import type { Call } from "./call.ts";
import { errorReply } from "./error-reply.ts";
import { Refusal } from "./refusal.ts";
import type { Reply } from "./reply.ts";
import type { Service } from "./service.ts";

/** Answers a call, with the faults that are planned for it. A refusal is an answer too. */
export async function serveCall(service: Service, call: Call): Promise<Reply> {
  const { request, record } = call;
  const { operationId, method } = call.operation.fragment;
  return refusalsAnswered(service, call, {}, async () => {
    const faults = faultsOf(request, { operationId, method }, service.faults);
    if (faults.length === 0) return admitCall(service, call);
    record.fault = faults.map((fault) => fault.name).join(", ");
    return withFaults(faults, () => admitCall(service, call), { clock: service.clock, signal: request.signal });
  });
}

/** The order of the lines is the order of the checks. */
async function admitCall(service: Service, call: Call): Promise<Reply> {
  const { operationId, rateLimit, scopes } = call.operation.fragment;
  const { accounts, clock, keys, limits } = service;
  const headers: Record<string, string> = {};
  return refusalsAnswered(service, call, headers, async () => {
    const caller = identifyCaller(call.request.headers.get("authorization"), keys);
    call.record.account = caller.account;
    const account = accounts.get(caller.account);
    if (limits) Object.assign(headers, takeFromWindows(account.windows, operationId, rateLimit, clock.now()));
    checkScopes(caller, scopes);
    return answerCall(service, call, account, headers);
  });
}

async function refusalsAnswered(
  { random }: Service,
  { operation: { contentType } }: Call,
  headers: Readonly<Record<string, string>>,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refusal) return errorReply(error, { contentType, random, headers });
    throw error;
  }
}
