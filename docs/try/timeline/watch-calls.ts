import type { SentRequest, Watcher } from "../world/world.ts";
import type { Span, Timeline } from "./timeline.ts";

/** An attempt as it went over the wire. */
export interface Exchange {
  request: { method: string; url: string; headers: Readonly<Record<string, string>>; body?: string };
  response?: { status: number; headers: Readonly<Record<string, string>>; body: string };
  /** What came instead of an answer. */
  error?: string;
}

/** Of so many attempts it is kept what was sent and answered. */
const kept = 200;

export class CallWatch implements Watcher {
  readonly hooks: Watcher["hooks"];
  readonly #exchanges = new Map<Span, Exchange & { fault?: SentRequest["fault"] }>();
  #sending: Span | undefined;

  /** @param changed called whenever there is something new to see */
  constructor(timeline: Timeline, changed: () => void) {
    this.hooks = {
      onRequest: (event) => {
        this.#sending = timeline.sent(event);
        changed();
      },
      onResponse: async (event) => {
        const span = timeline.answered(event);
        const exchange = span && this.#exchanges.get(span);
        const fault = exchange?.fault?.();
        if (span && fault) span.fault = fault;
        if (exchange && event.response) {
          const { status, headers } = event.response;
          exchange.response = { status, headers: Object.fromEntries(headers), body: await event.response.text() };
        } else if (exchange) exchange.error = event.error instanceof Error ? event.error.message : String(event.error);
        changed();
      },
      onRetry: (event) => {
        timeline.retried(event);
        changed();
      },
      onRateLimit: (event) => {
        timeline.limited(event);
        changed();
      },
    };
  }

  /** The client sends in the moment in which it tells `onRequest`. */
  readonly onSend = ({ fault, ...request }: SentRequest): void => {
    const span = this.#sending;
    this.#sending = undefined;
    if (!span) return;
    this.#exchanges.set(span, { request: { ...request, headers: masked(request.headers) }, fault });
    const [oldest] = this.#exchanges.keys();
    if (oldest && this.#exchanges.size > kept) this.#exchanges.delete(oldest);
  };

  exchangeOf(span: Span): Exchange | undefined {
    return this.#exchanges.get(span);
  }

  get last(): Span | undefined {
    return [...this.#exchanges.keys()].at(-1);
  }

  clear(): void {
    this.#exchanges.clear();
  }
}

function masked(headers: Readonly<Record<string, string>>): Record<string, string> {
  const mask = (value: string): string => `${value.split(" ")[0]} ••••••••`;
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, name === "authorization" ? mask(value) : value]),
  );
}
