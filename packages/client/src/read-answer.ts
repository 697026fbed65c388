/** A document, or why there is none. */
export interface ReadAnswer {
  data?: unknown;
  failure?: { body?: unknown; reason?: string };
}

/** Reads the body of an answer; 200 and 201 always have a document (JSON:API, 7.1). */
export async function readAnswer(response: Response): Promise<ReadAnswer> {
  const text = await response.text();
  if (!text && response.ok && response.status > 201) return {};
  try {
    const data: unknown = JSON.parse(text);
    return response.ok ? { data } : { failure: { body: data } };
  } catch {
    if (!response.ok) return { failure: { body: text } };
    const reason = text ? `the body is no JSON, or was cut after ${text.length} characters` : "the answer has no body";
    return { failure: { reason } };
  }
}
