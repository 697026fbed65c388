import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { ConnectionReset } from "./connection-reset.ts";
import type { Reply } from "./reply.ts";
import type { Incoming } from "./request.ts";
import { SocketRequest } from "./socket-request.ts";

// To `import` this module reads all its exports, among them getters that load WebSocket, TLS and HTTP/2: 90 ms of a start.
const { createServer }: typeof import("node:http") = createRequire(import.meta.url)("node:http");

export interface ListenOptions {
  /** @default 0, any free port */
  port?: number;
  /** @default "127.0.0.1" */
  hostname?: string;
}

export interface Listener {
  /** Where the mock answers, without a trailing slash: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops taking connections and resolves once the requests under way are answered, after a second at the latest. */
  close(): Promise<void>;
}

export type Answer = (request: Incoming) => Promise<Reply>;

/** Milliseconds that answers under way, or the rest of a body that nobody reads, may take. */
const grace = 1_000;

/** Serves a mock over HTTP. */
export async function listen(
  answer: Answer,
  { port = 0, hostname = "127.0.0.1" }: ListenOptions = {},
): Promise<Listener> {
  const server = createServer(requestListener(answer));
  const stop = stopper(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  let closed: Promise<void> | undefined;
  return {
    url: urlOf(server.address() as AddressInfo),
    close: () => {
      closed ??= stop();
      return closed;
    },
  };
}

function requestListener(answer: Answer): RequestListener {
  return async (incoming, outgoing) => {
    const request = new SocketRequest(incoming, outgoing);
    try {
      const reply = await answer(request);
      endAfter(incoming, outgoing);
      await send(reply, outgoing);
    } catch (error) {
      // An answer that cannot be finished has no other end than this.
      outgoing.destroy();
      if (!(error instanceof ConnectionReset) && !request.signal.aborted) console.error("@org/mock:", error);
    }
  };
}

/** Whoever is still sending a body when the answer is out may finish, but not go on forever. */
function endAfter(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.complete) return;
  outgoing.once("finish", () => {
    const timer = setTimeout(() => incoming.socket.destroy(), grace);
    incoming.once("close", () => clearTimeout(timer)).once("end", () => clearTimeout(timer));
    incoming.resume();
  });
}

async function send({ status, headers, body }: Reply, outgoing: ServerResponse): Promise<void> {
  if (typeof body === "string") {
    const length = Buffer.byteLength(body);
    // One byte for each character means ASCII, which node copies to the socket as it is when told that it is latin1.
    outgoing.writeHead(status, { ...headers, "content-length": length });
    outgoing.end(body, length === body.length ? "latin1" : "utf8");
    return;
  }
  outgoing.writeHead(status, headers);
  // The head does not wait for a body that trickles.
  outgoing.flushHeaders();
  try {
    for await (const piece of body ?? []) await new Promise((written) => outgoing.write(piece, written));
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

/** How to stop a server: its last answer takes all connections with it, also those that nobody has used yet. */
function stopper(server: Server): () => Promise<void> {
  let underWay = 0;
  const endWhenDone = () => {
    if (!server.listening && underWay === 0) server.closeAllConnections();
  };
  server.on("request", (_, outgoing) => {
    underWay++;
    outgoing.once("close", () => {
      underWay--;
      endWhenDone();
    });
  });
  return () =>
    new Promise((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), grace);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      endWhenDone();
    });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
