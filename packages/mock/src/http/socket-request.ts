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
    const host = headers.host || "localhost";
    // A proxy's requests name a whole URL (RFC 9112, section 3.2.2). A host that holds more than a host would change
    // what is asked for, so it makes no URL.
    this.url = url.startsWith("/") ? `${/[/\\?#@]/.test(host) ? "" : "http:"}//${host}${url}` : url;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  get headers(): Incoming["headers"] {
    // The one name with several values, `set-cookie`, is none of a request's.
    return this.#incoming.headers as Incoming["headers"];
  }

  get signal(): AbortSignal {
    this.#caller ??= this.#watchCaller();
    return this.#caller.signal;
  }

  bytes(limit: number): Promise<Uint8Array | undefined> {
    const incoming = this.#incoming;
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      incoming.on("data", (chunk: Uint8Array) => {
        length += chunk.length;
        if (length <= limit) chunks.push(chunk);
        else resolve(undefined);
      });
      incoming.once("end", () => resolve(Buffer.concat(chunks)));
      incoming.once("error", reject);
      incoming.once("close", () => reject(new Error("The caller went away in the middle of the body.")));
    });
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
