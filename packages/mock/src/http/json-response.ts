/**
 * A JSON answer that remembers what it was made of: the HTTP listener sends that as it is, instead of reading it back
 * from the stream that a `Response` turns its body into.
 */
export class JsonResponse extends Response {
  readonly reply: { status: number; headers: Record<string, string>; text: string };

  constructor(status: number, document: unknown, contentType: string, headers?: Readonly<Record<string, string>>) {
    const reply = { status, headers: { ...headers, "content-type": contentType }, text: JSON.stringify(document) };
    super(reply.text, reply);
    this.reply = reply;
  }
}
