/** A document, or why there is none. */
export interface ParsedAnswer {
  data?: unknown;
  failure?: { body?: unknown; reason?: string };
}

/** What the body of an answer says; 200 and 201 always have a document (JSON:API, 7.1). */
export function parseAnswer({ ok, status }: Response, text: string): ParsedAnswer {
  if (!text && ok && status > 201) return {};
  try {
    const body: unknown = JSON.parse(text);
    return ok ? { data: body } : { failure: { body } };
  } catch {
    if (!text || !ok) return { failure: { body: text } };
    return { failure: { reason: `the body is no JSON, or was cut after ${text.length} characters` } };
  }
}
