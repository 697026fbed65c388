import type { Account } from "../accounts/account.ts";
import { applyFieldsets } from "../documents/apply-fieldsets.ts";
import type { Document } from "../documents/document.ts";
import { createUrls } from "../documents/urls.ts";
import type { Call } from "./call.ts";
import { JsonResponse } from "./json-response.ts";
import { readBody } from "./read-body.ts";
import type { Service } from "./service.ts";

/**
 * Does what an admitted call asks for.
 *
 * @throws {Refusal}
 */
export async function answerCall(
  { changes, clock }: Service,
  { request, operation, path, record }: Call,
  account: Account,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const { contentType, handler, readQuery, shape, slash, status } = operation;
  const url = new URL(request.url);
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
  if (document === undefined) return new Response(null, { status, headers });
  const shaped = shape(document);
  applyFieldsets(shaped, query.fields);
  return new JsonResponse(status, shaped, contentType, headers);
}
