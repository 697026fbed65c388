import { type Client, type ClientOptions, createClient } from "@org/client";
import { createMock } from "@org/mock";

export interface Target extends AsyncDisposable {
  klaviyo: Client;
  /** What the examples print about where they run. */
  name: string;
}

/**
 * Where an example runs: a mock on a free port of this machine, one that stands at `KLAVIYO_MOCK_URL` already, or with
 * `--live` the account of `KLAVIYO_API_KEY`.
 */
export async function openTarget(options: ClientOptions = {}): Promise<Target> {
  if (process.argv.includes("--live")) {
    const apiKey = process.env.KLAVIYO_API_KEY;
    if (!apiKey)
      throw new Error("--live needs an API key: set KLAVIYO_API_KEY to a private key with the catalogs scopes");
    return {
      klaviyo: createClient({ apiKey, ...options }),
      name: "a.klaviyo.com",
      [Symbol.asyncDispose]: async () => {},
    };
  }
  const url = process.env.KLAVIYO_MOCK_URL;
  if (url) {
    const klaviyo = createClient({ apiKey: "pk_example", baseUrl: url, ...options });
    return { klaviyo, name: `the mock at ${url}`, [Symbol.asyncDispose]: async () => {} };
  }
  const server = await createMock().listen();
  return {
    klaviyo: createClient({ apiKey: "pk_example", baseUrl: server.url, ...options }),
    name: `a mock at ${server.url}`,
    [Symbol.asyncDispose]: () => server.close(),
  };
}
