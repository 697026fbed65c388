import { conflict } from "../http/refusals.ts";
import type { Kind } from "../state/kind.ts";
import type { ResourceInput } from "../writes/resource-input.ts";
import { updateRecord } from "../writes/update-record.ts";
import type { Handler } from "./handler.ts";
import { oneResource } from "./one-resource.ts";
import { recordAt } from "./record-at.ts";

export function updateResource(kind: Kind): Handler {
  return (exchange) => {
    const { data } = exchange.body as { data: ResourceInput };
    const record = recordAt(exchange, kind);
    if (data.id !== record.id) {
      throw conflict(`The body's id '${data.id}' is not the path's '${record.id}'.`, { pointer: "/data/id" });
    }
    updateRecord(exchange.account.catalog, record, data, "/data");
    return oneResource(exchange, record, true);
  };
}
