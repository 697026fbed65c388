/** A response with a JSON body in the media type that the fragment names. */
export function jsonResponse(
  status: number,
  document: unknown,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(document), { status, headers: { ...headers, "content-type": contentType } });
}
