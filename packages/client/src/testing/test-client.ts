import type { Client } from "../client/client.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { connect } from "../client/connect.ts";
import { type filters, type routes, table } from "./table.ts";

/** A client of the small test table, with a key; it does not retry unless told to. */
export function testClient(options: ClientOptions = {}): Client<routes, filters> {
  const apiKey = options.accessToken ? undefined : "pk_test_secret";
  return connect<routes, filters>(table, { apiKey, retry: false, ...options });
}
