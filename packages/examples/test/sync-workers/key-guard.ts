import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

const refusal = {
  errors: [{ status: 403, code: "permission_denied", title: "Forbidden", detail: "The key lacks a scope." }],
};

/** Stands before a mock and refuses the key of whoever wants to change something, once as many were let through. */
export async function startKeyGuard(target: string) {
  const guard = { url: "", allowed: Number.POSITIVE_INFINITY };
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "", headers } = request;
    const body = await buffer(request);
    if (method !== "GET" && guard.allowed-- <= 0) {
      response.writeHead(403, { "content-type": "application/vnd.api+json" }).end(JSON.stringify(refusal));
      return;
    }
    const { host, connection, "content-length": _, "transfer-encoding": __, ...others } = headers;
    const answer = await fetch(target + url, {
      method,
      headers: others as Record<string, string>,
      ...(method !== "GET" && { body: new Uint8Array(body) }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  guard.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return guard;
}
