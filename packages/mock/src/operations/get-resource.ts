import type { Kind } from "../state/kind.ts";
import type { Handler } from "./handler.ts";
import { oneResource } from "./one-resource.ts";
import { recordAt } from "./record-at.ts";

export function getResource(kind: Kind): Handler {
  return (exchange) => oneResource(exchange, recordAt(exchange, kind), exchange.query.include.size > 0);
}
