import { type Client, type ClientOptions, createClient } from "@org/client";
import { createMock } from "@org/mock";

export interface Target extends AsyncDisposable {
  klaviyo: Client;
  /** What `klaviyo` was made with, for a client of another revision. */
  options: ClientOptions;
  /** What the examples print about where they run. */
  name: string;
}

/**
 * Where an example runs: a mock on a free port of this machine, one that stands at `KLAVIYO_MOCK_URL` already, or with
 * `--live` the account of `KLAVIYO_API_KEY`.
 */
export async function openTarget(options: ClientOptions = {}): Promise<Target> {
  const { name, close = async () => {}, ...connection } = await connect();
  const all = { ...connection, ...options };
  return { klaviyo: createClient(all), options: all, name, [Symbol.asyncDispose]: close };
}

interface Connection {
  apiKey: string;
  baseUrl?: string;
  name: string;
  close?: () => Promise<void>;
}

async function connect(): Promise<Connection> {
  if (process.argv.includes("--live")) {
    const apiKey = process.env.KLAVIYO_API_KEY;
    if (apiKey) return { apiKey, name: "a.klaviyo.com" };
    throw new Error("--live needs an API key: set KLAVIYO_API_KEY to a private key with the catalogs scopes");
  }
  const apiKey = "pk_example";
  const url = process.env.KLAVIYO_MOCK_URL;
  if (url) return { apiKey, baseUrl: url, name: `the mock at ${url}` };
  const server = await createMock().listen();
  return { apiKey, baseUrl: server.url, name: `a mock at ${server.url}`, close: () => server.close() };
}
