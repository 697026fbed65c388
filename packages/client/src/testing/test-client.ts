import type { Client } from "../client.ts";
import type { ClientOptions } from "../client-options.ts";
import { connect } from "../connect.ts";
import { type filters, type routes, table } from "./table.ts";

/** A client of the small test table, with a key. */
export function testClient(options: ClientOptions = {}): Client<routes, filters> {
  return connect<routes, filters>(table, options.accessToken ? options : { apiKey: "pk_test_secret", ...options });
}
