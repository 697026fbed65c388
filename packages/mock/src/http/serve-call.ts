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
  const { request, record, operation } = call;
  const headers: Record<string, string> = {};
  const refuse = (error: unknown): Reply => {
    if (!(error instanceof Refusal)) throw error;
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
 * @throws {Refusal}
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
