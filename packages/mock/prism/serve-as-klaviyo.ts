import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Mock } from "../src/index.ts";

/**
 * Serves a mock whose links name Klaviyo's own host, as those of the API do behind any proxy: a client that talks to the
 * proxy follows these, but none to a host that it does not know.
 */
export async function serveAsKlaviyo(mock: Mock): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const { host: _, connection: __, "transfer-encoding": ___, ...headers } = request.headers;
    const body = await buffer(request);
    const init = { method, headers: headers as Record<string, string>, ...(body.length > 0 && { body }) };
    const answer = await mock.fetch(`https://a.klaviyo.com${url}`, init);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
