import type { Kind } from "../state/kind.ts";
import { createRecord } from "../writes/create-record.ts";
import type { ResourceInput } from "../writes/resource-input.ts";
import type { Handler } from "./handler.ts";
import { oneResource } from "./one-resource.ts";

export function createResource(kind: Kind): Handler {
  return (exchange) => {
    const { data } = exchange.body as { data: ResourceInput };
    return oneResource(exchange, createRecord(exchange.account.catalog, kind, data, "/data"), true);
  };
}
