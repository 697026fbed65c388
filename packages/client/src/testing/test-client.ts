import type { Client } from "../client/client.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { connect } from "../client/connect.ts";
import { type Api, table } from "./table.ts";

/** A client of the small test table, with a key; it does not retry unless told to. */
export function testClient(options: ClientOptions = {}): Client<Api> {
  const apiKey = options.accessToken ? undefined : "pk_test_secret";
  return connect<Api>(table, { apiKey, retry: false, ...options });
}
