/**
 * An answer as plain data: in process it becomes a `Response`, over HTTP it is written to the socket as it is, which
 * spares it the detour through a `Response`'s stream.
 */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Response["body"];
}

export function jsonReply(
  status: number,
  document: unknown,
  contentType: string,
  headers?: Readonly<Record<string, string>>,
): Reply {
  return { status, headers: { ...headers, "content-type": contentType }, body: JSON.stringify(document) };
}
