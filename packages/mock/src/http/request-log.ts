import type { Incoming } from "./request.ts";

/** What the mock remembers of a request. */
export interface RecordedRequest {
  /** When it arrived, in milliseconds since the epoch. */
  at: number;
  method: string;
  /** As it was sent: it may be no URL. */
  url: string;
  /** Names are lower case. The value of `authorization` is left out. */
  headers: Readonly<Record<string, string>>;
  revision?: string;
  operationId?: string;
  account?: string;
  /** The JSON body, once it has been read and found valid; only the latest 16 MB of bodies are kept. */
  body?: unknown;
  /** The faults that were played, e.g. `reset-after`. */
  fault?: string;
  /** Set when the mock has no behaviour for the operation, and answered from its schema alone. */
  sampled?: true;
  /** The status answered; missing while the request is under way and after a connection reset. */
  status?: number;
  /** Milliseconds from arrival to answer. */
  duration?: number;
}

/** How many requests are remembered. */
const capacity = 10_000;

/** Bytes of all bodies together. */
const budget = 16_000_000;

/** Remembers the last requests, and the bodies of fewer. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly #keeps: boolean;
  readonly #bodies: { record: RecordedRequest; size: number }[] = [];
  #size = 0;

  /** @param keeps a server that runs for long has nobody who would look */
  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  begin({ method, url, headers: all }: Incoming, at: number): RecordedRequest {
    const record: RecordedRequest = {
      at,
      method,
      url,
      // Few are ever looked at, and reading them all is a good part of what an answer costs.
      get headers() {
        const { authorization, ...headers } = all;
        return headers as RecordedRequest["headers"];
      },
    };
    if (this.#keeps && this.requests.push(record) > capacity) this.requests.splice(0, capacity / 2);
    return record;
  }

  keepBody(record: RecordedRequest, body: unknown, size: number): void {
    if (!this.#keeps || body === undefined) return;
    record.body = body;
    this.#bodies.push({ record, size });
    this.#size += size;
    while (this.#size > budget) {
      const oldest = this.#bodies.shift();
      if (oldest === undefined) return;
      this.#size -= oldest.size;
      delete oldest.record.body;
    }
  }
}
