import type { Account } from "../accounts/accounts.ts";
import { inSlices, type Steps } from "../catalog/steps.ts";
import { createUrls } from "../documents/document.ts";
import { applyFieldsets } from "../documents/fieldsets.ts";
import type { Handler, HandlerContext, Outcome } from "../operations/handler-context.ts";
import type { Operation } from "../operations/operation.ts";
import type { Query } from "../query/query.ts";
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

/** What has been found out about a call. */
export interface ReadCall {
  account: Account;
  query: Query;
  body: unknown;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * The document that a simulated operation answers with, as text in its revision's form; nothing for an answer without a
 * body.
 *
 * @param save called after every step of the work
 * @throws {ApiProblem}
 */
export async function answerText(
  call: Call,
  handler: Handler,
  { account, query, body, now }: ReadCall,
  save: () => void,
): Promise<string | null> {
  const { operation, path, request, url } = call;
  const urls = createUrls(url.origin, operation.slash);
  const context: HandlerContext = { account, operation: operation.key, url, urls, path, query, body, now };
  const outcome = handler(context);
  const document = isSteps(outcome) ? await inSlices(outcome, save) : outcome;
  save();
  const text = textOf(operation, document, query);
  if (request.method === "GET" && text !== null) account.answers.keep(nameOf(call), text);
  return text;
}

/** The same answer as before, when nothing of the account has changed since the same read. */
export function knownAnswer(call: Call, account: Account): string | undefined {
  return call.request.method === "GET" ? account.answers.get(nameOf(call)) : undefined;
}

function nameOf({ record, url }: Call): string {
  return `${record.revision} ${url.href}`;
}

/** Also for a document that the mock has made up. */
export function textOf({ shape }: Operation, document: unknown, { fields }: Query): string | null {
  if (document === undefined) return null;
  const shaped = shape(document);
  applyFieldsets(shaped, fields);
  return JSON.stringify(shaped);
}

function isSteps(outcome: Outcome | Steps<Outcome>): outcome is Steps<Outcome> {
  return outcome !== undefined && "next" in outcome;
}
