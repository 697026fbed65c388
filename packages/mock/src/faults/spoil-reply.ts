import type { Reply } from "../http/reply.ts";
import { ConnectionReset } from "./connection-reset.ts";
import type { Fault } from "./fault.ts";
import type { FaultSurroundings } from "./fault-surroundings.ts";
import { cutBody, slowBody } from "./faulty-body.ts";

/**
 * Lets a fault act on an answer whose work is done.
 *
 * @throws {ConnectionReset}
 */
export function spoilReply(reply: Reply, { name, value }: Fault, surroundings: FaultSurroundings): Reply {
  if (name === "reset-after") throw new ConnectionReset();
  if (name === "empty") return { ...reply, body: null };
  if (name === "media-type")
    return { ...reply, headers: { ...reply.headers, "content-type": "text/plain; charset=utf-8" } };
  if (typeof reply.body !== "string") return reply;
  if (name === "cut") return { ...reply, body: cutBody(reply.body) };
  if (name === "slow-body") return { ...reply, body: slowBody(reply.body, value ?? 1_000, surroundings) };
  return reply;
}
