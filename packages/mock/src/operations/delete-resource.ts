import type { Kind } from "../state/kind.ts";
import type { Handler } from "./handler.ts";
import { recordAt } from "./record-at.ts";

export function deleteResource(kind: Kind): Handler {
  return (exchange) => {
    exchange.account.catalog.delete(recordAt(exchange, kind));
    return undefined;
  };
}
