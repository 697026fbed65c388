import { throttled } from "../accounts/windows.ts";
import { type Clock, sleep } from "../clock/clock.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import { ConnectionReset } from "./connection-reset.ts";
import type { Fault } from "./faults.ts";
import type { Reply } from "./reply.ts";

/** What a fault that takes time depends on. */
export interface FaultSurroundings {
  clock: Clock;
  /** Ends a wait. */
  signal: AbortSignal;
}

/**
 * Plays faults around an answer: first those that take time, then those that keep the work from being done, then
 * those that spoil what came of it.
 *
 * @param answer the work, or what a fault would have answer in its place; an API problem is an answer, too
 * @throws {ConnectionReset}
 */
export async function withFaults(
  faults: readonly Fault[],
  answer: (instead: () => Reply | undefined) => Promise<Reply>,
  surroundings: FaultSurroundings,
): Promise<Reply> {
  for (const { name, value = 0 } of faults)
    if (name === "latency") await sleep(surroundings.clock, value, surroundings.signal);
  const reply = await answer(() => faults.map(replaceReply).find((replacement) => replacement !== undefined));
  return spoilReply(reply, faults, surroundings);
}

const titles: Partial<Record<Fault["name"], string>> = {
  "500": "Internal server error.",
  "502": "Bad gateway.",
  "503": "Service unavailable.",
  "504": "Gateway timeout.",
};

/**
 * The answer a fault gives in place of doing the work, if it is one that does.
 *
 * @throws {ApiProblem} for the faults that the API itself reports
 * @throws {ConnectionReset}
 */
function replaceReply({ name, value }: Fault): Reply | undefined {
  if (name === "reset-before") throw new ConnectionReset();
  if (name === "429") throw throttled(value ?? 1);
  const title = titles[name];
  if (title !== undefined) {
    const error = { code: "error", title, detail: "The mock was asked for this error." };
    throw new ApiProblem(Number(name), [error], value === undefined ? {} : { "retry-after": String(value) });
  }
  if (name === "html") return htmlPage(value ?? 403);
  return undefined;
}

function htmlPage(status: number): Reply {
  const body = `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>Request blocked</h1></body></html>\n`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/**
 * Lets faults act on an answer whose work is done.
 *
 * @throws {ConnectionReset}
 */
async function spoilReply(reply: Reply, faults: readonly Fault[], surroundings: FaultSurroundings): Promise<Reply> {
  const named = new Map(faults.map(({ name, value }) => [name, value]));
  if (named.has("reset-after")) throw new ConnectionReset();
  const ms = named.has("slow-body") ? (named.get("slow-body") ?? 1_000) : 0;
  const label = named.has("media-type") && { "content-type": "text/plain; charset=utf-8" };
  const headers = { ...reply.headers, ...label };
  if (named.has("empty")) return { ...reply, headers, body: null };
  const cut = named.has("cut");
  if (ms === 0 && !cut) return { ...reply, headers };
  if (typeof reply.body === "string")
    return { ...reply, headers, body: faultyBody(reply.body, { ms, cut }, surroundings) };
  // Without a body, the answer itself takes the time, and breaks.
  if (ms > 0) await sleep(surroundings.clock, ms, surroundings.signal);
  if (cut) throw new ConnectionReset();
  return { ...reply, headers };
}

/** A body that arrives in pieces over `ms` milliseconds of the mock's clock, the first half of it or all. */
function faultyBody(
  text: string,
  { ms, cut }: { ms: number; cut: boolean },
  { clock, signal }: FaultSurroundings,
): NonNullable<Reply["body"]> {
  const bytes = new TextEncoder().encode(text);
  const end = cut ? Math.ceil(bytes.length / 2) : bytes.length;
  const pieces = ms > 0 ? 10 : 1;
  const cancelled = new AbortController();
  let sent = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (sent === pieces) return controller.error(new TypeError("terminated", { cause: new ConnectionReset() }));
      if (ms > 0) await sleep(clock, ms / pieces, AbortSignal.any([signal, cancelled.signal]));
      const from = Math.floor((sent * end) / pieces);
      controller.enqueue(bytes.subarray(from, Math.floor((++sent * end) / pieces)));
      if (sent === pieces && !cut) controller.close();
    },
    cancel: () => cancelled.abort(),
  });
}
