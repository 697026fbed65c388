import type { Account } from "../accounts/account.ts";
import { applyFieldsets } from "../documents/apply-fieldsets.ts";
import type { Document } from "../documents/document.ts";
import { createUrls } from "../documents/urls.ts";
import type { Call } from "./call.ts";
import { readBody } from "./read-body.ts";
import { jsonReply, type Reply } from "./reply.ts";
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
  const { contentType, handler, readQuery, shape, slash, status } = operation;
  const query = readQuery(url.searchParams);
  const body = await readBody(request, operation);
  record.body = body;
  const now = clock.now();
  let document: Document | undefined;
  try {
    account.jobs.settle(now);
    document = handler({ account, url, urls: createUrls(url.origin, slash), path, query, body, now });
  } finally {
    changes.flush();
  }
  if (document === undefined) return { status, headers, body: null };
  const shaped = shape(document);
  applyFieldsets(shaped, query.fields);
  return jsonReply(status, shaped, contentType, headers);
}
