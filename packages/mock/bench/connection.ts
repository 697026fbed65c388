import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface Connection {
  /** Sends `count` requests for the URLs in turn, each once the one before is answered. */
  requests(count: number): Promise<void>;
  close(): void;
}

/**
 * A client that does next to nothing, so that the server is what a measurement waits for. With `node:http` the client
 * costs more than a bare route: that one would be measured idling, and what is slower under load.
 */
export async function openConnection(
  urls: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<Connection> {
  const { hostname, port, host } = new URL(urls[0] ?? "");
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const requests = urls.map((url) => {
    const { pathname, search } = new URL(url);
    return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join("")}\r\n`);
  });
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  return {
    requests: (count) => repeat(socket, requests, count),
    close: () => socket.destroy(),
  };
}

function repeat(socket: Socket, requests: readonly Buffer[], count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    let missing = 0;
    const closed = () => finish(() => reject(new Error("the server has closed the connection")));
    const finish = (end: () => void) => {
      socket.off("data", read).off("error", reject).off("close", closed);
      end();
    };
    const read = (bytes: Buffer) => {
      if (missing === 0) missing = lengthOf(bytes);
      missing -= bytes.length;
      if (Number.isNaN(missing))
        finish(() => reject(new Error(`unexpected answer: ${bytes.toString("latin1", 0, 200)}`)));
      else if (missing === 0 && --left === 0) finish(resolve);
      else if (missing === 0) socket.write(requests[left % requests.length] as Buffer);
    };
    socket.on("data", read).on("error", reject).on("close", closed);
    socket.write(requests[left % requests.length] as Buffer);
  });
}

/** How long an answer is, from its first piece; `NaN` unless it is a 200 of a known length. */
function lengthOf(bytes: Buffer): number {
  const end = bytes.indexOf("\r\n\r\n");
  const [, length] = /^HTTP\/1\.1 200 .*\r\ncontent-length: (\d+)/is.exec(bytes.toString("latin1", 0, end)) ?? [];
  return end + 4 + Number(length);
}
