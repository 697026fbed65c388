import type { RateLimitEvent, RequestEvent, ResponseEvent, RetryEvent } from "@org/client";

/** A stretch of a call's life. */
export interface Span {
  /** `limiter`: it waits for the rate limit; `attempt`: it is under way; `pause`: it waits until it is sent again. */
  kind: "limiter" | "attempt" | "pause";
  from: number;
  /** Missing while it lasts. */
  to?: number;
  /** Of an attempt, from 1. */
  attempt?: number;
  /** What an attempt has ended with: a status, or the name of an error. */
  result?: number | string;
  /** What the mock has played with an attempt. */
  fault?: string;
}

/** A call, with all of its attempts. */
export interface Call {
  id: number;
  method: string;
  url: string;
  spans: Span[];
}

/**
 * Puts calls together from what a client's hooks tell. The hooks name no call, so an event is taken to be of the call
 * with the same method and URL that it fits by its time; calls that fit equally well look the same.
 */
export class Timeline {
  readonly calls: Call[] = [];
  readonly #now: () => number;
  /** Attempts under way, by the headers that both of their events share. */
  readonly #attempts = new WeakMap<object, { call: Call; span: Span }>();
  /** The calls whose attempt has ended, by what it ended with. */
  readonly #ended = new WeakMap<object, Call>();
  /** The calls that wait for the limit, in their order. */
  #waiting: Call[] = [];
  /** The call whose wait has ended in this moment: it is sent next. */
  #released: Call | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** For `onRateLimit`. */
  limited(event: RateLimitEvent): void {
    const now = this.#now();
    if (event.wait !== undefined) {
      const call = this.#resumed(event) ?? this.#begin(event);
      call.spans.push({ kind: "limiter", from: now });
      this.#waiting.push(call);
      return;
    }
    const began = now - (event.waited ?? 0);
    const fits = (call: Call): boolean => isSame(call, event) && Math.abs((call.spans.at(-1)?.from ?? 0) - began) < 1;
    const call = this.#waiting.find(fits) ?? this.#waiting.find((one) => isSame(one, event));
    if (!call) return;
    this.#waiting = this.#waiting.filter((one) => one !== call);
    end(call, now);
    this.#released = call;
  }

  /** For `onRequest`; returns the attempt. */
  sent(event: RequestEvent): Span {
    const now = this.#now();
    const released = this.#released && isSame(this.#released, event) ? this.#released : undefined;
    this.#released = undefined;
    const call = released ?? (event.attempt > 1 ? this.#resumed(event) : undefined) ?? this.#begin(event);
    const span: Span = { kind: "attempt", from: now, attempt: event.attempt };
    call.spans.push(span);
    this.#attempts.set(event.headers, { call, span });
    return span;
  }

  /** For `onResponse`; returns the attempt. */
  answered({ headers, response, error }: ResponseEvent): Span | undefined {
    const attempt = this.#attempts.get(headers);
    if (!attempt) return undefined;
    attempt.span.to = this.#now();
    attempt.span.result = response ? response.status : error instanceof Error ? error.name : "error";
    const reason = response ?? error;
    if (typeof reason === "object" && reason !== null) this.#ended.set(reason, attempt.call);
    return attempt.span;
  }

  /** For `onRetry`. */
  retried(event: RetryEvent): void {
    const now = this.#now();
    this.#ended.get(event.reason)?.spans.push({ kind: "pause", from: now, to: now + event.delay });
  }

  clear(): void {
    this.calls.length = 0;
    this.#waiting = [];
    this.#released = undefined;
  }

  #begin({ method, url }: { method: string; url: string }): Call {
    const call: Call = { id: (this.calls.at(-1)?.id ?? 0) + 1, method, url, spans: [] };
    this.calls.push(call);
    return call;
  }

  /** The call whose pause ends now. */
  #resumed(event: { method: string; url: string }): Call | undefined {
    const now = this.#now();
    const paused = this.calls.filter((call) => isSame(call, event) && call.spans.at(-1)?.kind === "pause");
    const late = (call: Call): number => Math.abs((call.spans.at(-1)?.to ?? 0) - now);
    const [first] = paused.sort((a, b) => late(a) - late(b));
    return first && late(first) < 1 ? first : undefined;
  }
}

function isSame(call: { method: string; url: string }, event: { method: string; url: string }): boolean {
  return call.method === event.method && call.url === event.url;
}

function end(call: Call, now: number): void {
  const span = call.spans.at(-1);
  if (span) span.to = now;
}
