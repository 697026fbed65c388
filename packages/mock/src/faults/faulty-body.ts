import { ConnectionReset } from "./connection-reset.ts";
import type { FaultSurroundings } from "./fault-surroundings.ts";

/** A body of which only the first half arrives. */
export function cutBody(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  const parts = [bytes.subarray(0, Math.ceil(bytes.length / 2))];
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.error(new TypeError("terminated", { cause: new ConnectionReset() }));
    },
  });
}

/** A body that arrives in ten pieces over `ms` milliseconds of the mock's clock. */
export function slowBody(
  text: string,
  ms: number,
  { clock, signal }: FaultSurroundings,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  const pieces = 10;
  const cancelled = new AbortController();
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await clock.sleep(ms / pieces, AbortSignal.any([signal, cancelled.signal]));
      const from = Math.floor((sent * bytes.length) / pieces);
      controller.enqueue(bytes.subarray(from, Math.floor((++sent * bytes.length) / pieces)));
      if (sent === pieces) controller.close();
    },
    cancel: () => cancelled.abort(),
  });
}
