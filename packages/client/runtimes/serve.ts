import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on a free port of loopback, until it is disposed of. */
export interface Served extends AsyncDisposable {
  readonly url: string;
}

/** Serves on 127.0.0.1; `host` names it otherwise, as a browser sees another origin in another name. */
export async function serve(listener: RequestListener, host = "127.0.0.1"): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
