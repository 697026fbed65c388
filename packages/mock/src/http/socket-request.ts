import type { IncomingMessage, ServerResponse } from "node:http";
import type { Incoming } from "./request.ts";

/** A request from the socket. What few requests need is made when it is asked for. */
export class SocketRequest implements Incoming {
  readonly method: string;
  readonly url: string;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  #caller: AbortController | undefined;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = "GET", url = "/", headers } = incoming;
    this.method = method;
    // a proxy's requests name a whole URL (RFC 9112, 3.2.2)
    this.url = url.startsWith("/") ? `http://${headers.host ?? "localhost"}${url}` : url;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  get headers(): Incoming["headers"] {
    // the one name with several values, `set-cookie`, is none of a request's
    return this.#incoming.headers as Incoming["headers"];
  }

  get signal(): AbortSignal {
    this.#caller ??= this.#watchCaller();
    return this.#caller.signal;
  }

  async bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#incoming) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  #watchCaller(): AbortController {
    const caller = new AbortController();
    const outgoing = this.#outgoing;
    const close = () => {
      if (!outgoing.writableFinished) caller.abort();
    };
    if (outgoing.destroyed) close();
    else outgoing.once("close", close);
    return caller;
  }
}
