import { ConnectionReset } from "./connection-reset.ts";
import type { Fault } from "./fault.ts";
import { cutBody, slowBody } from "./faulty-body.ts";
import type { FaultSurroundings } from "./with-faults.ts";

/**
 * Lets a fault act on an answer whose work is done.
 *
 * @throws {ConnectionReset}
 */
export async function spoilResponse(
  response: Response,
  { name, value }: Fault,
  surroundings: FaultSurroundings,
): Promise<Response> {
  const { status } = response;
  const headers = new Headers(response.headers);
  if (name === "reset-after") throw new ConnectionReset();
  if (name === "empty") return new Response(null, { status, headers });
  if (name === "media-type") {
    headers.set("content-type", "text/plain; charset=utf-8");
    return new Response(response.body, { status, headers });
  }
  if ((name === "cut" || name === "slow-body") && response.body) {
    // The length is not known to the sender of such a body either.
    headers.set("transfer-encoding", "chunked");
    const bytes = new Uint8Array(await response.arrayBuffer());
    const body = name === "cut" ? cutBody(bytes) : slowBody(bytes, value ?? 1_000, surroundings);
    return new Response(body, { status, headers });
  }
  return response;
}
