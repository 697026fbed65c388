/** A document, or why there is none. */
export interface ReadAnswer {
  data?: unknown;
  failure?: { body?: unknown; reason?: string };
}

/** Reads the body of an answer; 200 and 201 always have a document (JSON:API, 7.1). */
export async function readAnswer(response: Response): Promise<ReadAnswer> {
  const { ok, status } = response;
  const text = await response.text();
  if (!text && ok && status > 201) return {};
  try {
    const body: unknown = JSON.parse(text);
    return ok ? { data: body } : { failure: { body } };
  } catch {
    if (!text || !ok) return { failure: { body: text } };
    return { failure: { reason: `the body is no JSON, or was cut after ${text.length} characters` } };
  }
}
