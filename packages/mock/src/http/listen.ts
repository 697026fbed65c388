import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { ConnectionReset } from "../faults/connection-reset.ts";
import type { Reply } from "./reply.ts";

export interface ListenOptions {
  /** @default 0, any free port */
  port?: number;
  /** @default "127.0.0.1" */
  hostname?: string;
}

export interface Listener {
  /** Where the mock answers, without a trailing slash: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops taking connections and resolves once the requests under way are answered. */
  close(): Promise<void>;
}

export type Answer = (request: Request) => Promise<Reply>;

/** Serves a mock over HTTP. */
export async function listen(
  answer: Answer,
  { port = 0, hostname = "127.0.0.1" }: ListenOptions = {},
): Promise<Listener> {
  const server = createServer(requestListener(answer));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  let closed: Promise<void> | undefined;
  return {
    url: urlOf(server.address() as AddressInfo),
    close: () => {
      closed ??= close(server);
      return closed;
    },
  };
}

function requestListener(answer: Answer): ReturnType<typeof getRequestListener> {
  // The globals stay the user's own: a test's `Request` must not change because a mock listens.
  return getRequestListener(
    async (request, { outgoing }) => {
      try {
        await send(await answer(request), outgoing as ServerResponse);
      } catch (error) {
        // An answer that cannot be finished has no other end than this.
        outgoing.destroy();
        if (!(error instanceof ConnectionReset) && !request.signal.aborted) throw error;
      }
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
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
  try {
    for await (const piece of body ?? []) await new Promise((written) => outgoing.write(piece, written));
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
