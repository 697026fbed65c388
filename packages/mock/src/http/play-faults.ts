import { throttled } from "../accounts/windows.ts";
import type { Clock } from "../clock/clock.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import type { Fault } from "./faults.ts";
import type { Reply } from "./reply.ts";

/** Thrown instead of answering: over HTTP the socket is reset, in process `fetch` fails as it does then. */
export class ConnectionReset extends Error {
  override readonly name = "ConnectionReset";
  readonly code = "ECONNRESET";

  constructor() {
    super("The mock reset the connection, as it was asked to.");
  }
}

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
 * @throws {ApiProblem} for the faults that the API itself reports
 * @throws {ConnectionReset}
 */
export async function withFaults(
  faults: readonly Fault[],
  answer: () => Promise<Reply>,
  surroundings: FaultSurroundings,
): Promise<Reply> {
  for (const { name, value = 0 } of faults)
    if (name === "latency") await surroundings.clock.sleep(value, surroundings.signal);
  for (const fault of faults) {
    const replacement = replaceReply(fault);
    if (replacement) return replacement;
  }
  const reply = await answer();
  return faults.reduce((spoiled, fault) => spoilReply(spoiled, fault, surroundings), reply);
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
export function replaceReply({ name, value }: Fault): Reply | undefined {
  if (name === "reset-before") throw new ConnectionReset();
  if (name === "429") throw throttled(value ?? 1);
  const title = titles[name];
  if (title !== undefined) {
    const problem = { code: "error", title, detail: "The mock was asked for this error." };
    throw new ApiProblem(Number(name), [problem], value === undefined ? {} : { "retry-after": String(value) });
  }
  if (name === "html") return htmlPage(value ?? 403);
  return undefined;
}

function htmlPage(status: number): Reply {
  const body = `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>Request blocked</h1></body></html>\n`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

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
