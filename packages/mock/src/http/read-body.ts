import { ApiProblem } from "../fragment/api-problem.ts";
import { problemOf } from "../fragment/problem-of.ts";
import type { Operation } from "../operations/operation.ts";
import type { Incoming } from "./request.ts";

/** 5 MB, as the API's descriptions say; its schemas do not. */
const bodyLimit = 5_000_000;

const json = /^application\/(?:vnd\.api\+)?json\s*(?:;|$)/i;

/**
 * The request's body, checked against the fragment's schema; nothing for operations that take none.
 *
 * @throws {ApiProblem} 400, 413, or 415 for anything but JSON
 */
export async function readBody(request: Incoming, { fragment, validateBody }: Operation): Promise<unknown> {
  if (validateBody === undefined) return undefined;
  const contentType = request.headers["content-type"] ?? "";
  if (!json.test(contentType)) {
    const expected = fragment.body?.contentType ?? "application/json";
    throw refused(415, "unsupported_media_type", `Content-Type is '${contentType}'; expected ${expected}.`);
  }
  if (Number(request.headers["content-length"]) > bodyLimit) throw tooLarge();
  const bytes = await request.bytes();
  if (bytes.byteLength > bodyLimit) throw tooLarge();
  const body = parse(new TextDecoder().decode(bytes));
  if (validateBody(body)) return body;
  throw new ApiProblem(400, (validateBody.errors ?? []).map(problemOf));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(400, "parse_error", `The request body is not JSON: ${(error as Error).message}`);
  }
}

function tooLarge(): ApiProblem {
  return refused(413, "payload_too_large", `A request body has at most ${bodyLimit} bytes.`);
}

function refused(status: number, code: string, detail: string): ApiProblem {
  return new ApiProblem(status, [{ code, title: "Invalid request body.", detail, source: { pointer: "/data" } }]);
}
