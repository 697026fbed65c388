import type { Account } from "../accounts/account.ts";
import { applyFieldsets } from "../documents/apply-fieldsets.ts";
import { createUrls } from "../documents/urls.ts";
import type { Exchange } from "../operations/handler.ts";
import type { Call } from "./call.ts";
import { readBody } from "./read-body.ts";
import type { Reply } from "./reply.ts";
import type { Service } from "./service.ts";

/**
 * Does what an admitted call asks for.
 *
 * @throws {Refusal}
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
function textOf({ handler, shape }: Call["operation"], exchange: Exchange): string | null {
  const document = handler(exchange);
  if (document === undefined) return null;
  const shaped = shape(document);
  applyFieldsets(shaped, exchange.query.fields);
  return JSON.stringify(shaped);
}
