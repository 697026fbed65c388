import { inSlices, letOthersIn } from "../catalog/steps.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import { bodyProblem } from "../fragment/mistakes.ts";
import type { CheckBody } from "../operations/check-body.ts";
import type { Operation } from "../operations/operation.ts";
import { parseInSteps } from "./parse-in-steps.ts";
import type { Incoming } from "./request.ts";

/** 5 MB, as the API's descriptions say; its schemas do not. */
const bodyLimit = 5_000_000;

/** Bytes whose reading takes long enough for others to notice. */
const large = 500_000;

const json = /^application\/(?:vnd\.api\+)?json\s*(?:;|$)/i;

export interface RequestBody {
  /** The parsed JSON; nothing where the operation takes another media type. */
  value: unknown;
  /** Bytes. */
  size: number;
}

/**
 * The request's body, checked against the fragment's schema.
 *
 * @throws {ApiProblem} 400, 413, or 415 for another media type than the operation takes
 */
export async function readBody(request: Incoming, { fragment }: Operation, check: CheckBody): Promise<RequestBody> {
  const contentType = request.headers["content-type"] ?? "";
  const expected = fragment.body?.contentType ?? "application/json";
  const takesJson = json.test(expected);
  if (takesJson ? !json.test(contentType) : !contentType.startsWith(expected)) {
    throw refused(415, "unsupported_media_type", `Content-Type is '${contentType}'; expected ${expected}.`);
  }
  const announced = Number(request.headers["content-length"]);
  const bytes = announced > bodyLimit ? undefined : await request.bytes(bodyLimit);
  if (bytes === undefined) {
    throw refused(413, "payload_too_large", `A request body has at most ${bodyLimit} bytes.`);
  }
  if (!takesJson) return { value: undefined, size: bytes.length };
  const text = decode(bytes);
  const value = bytes.length > large ? await parseLarge(text) : parse(text);
  const mistakes = await inSlices(check(value));
  if (mistakes.length > 0) throw bodyProblem(mistakes);
  return { value, size: bytes.length };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused(400, "parse_error", "The request body is not UTF-8.");
  }
}

async function parseLarge(text: string): Promise<unknown> {
  await letOthersIn();
  const value = await inSlices(parseInSteps(text)).catch(notJson);
  await letOthersIn();
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return notJson(error);
  }
}

function notJson(error: unknown): never {
  if (!(error instanceof SyntaxError)) throw error;
  throw refused(400, "parse_error", `The request body is not JSON: ${error.message}`);
}

function refused(status: number, code: string, detail: string): ApiProblem {
  return new ApiProblem(status, [{ code, title: "Invalid request body.", detail, source: { pointer: "/data" } }]);
}
