/** What the mock remembers of a request. */
export interface RecordedRequest {
  /** When it arrived, in milliseconds since the epoch. */
  at: number;
  method: string;
  url: string;
  /** Names are lower case. The value of `authorization` is left out. */
  headers: Readonly<Record<string, string>>;
  revision?: string;
  operationId?: string;
  account?: string;
  /** The JSON body, once it has been read and found valid. */
  body?: unknown;
  /** The fault that was played, e.g. `reset-after`. */
  fault?: string;
  /** The status answered; missing while the request is under way and after a connection reset. */
  status?: number;
  /** Milliseconds from arrival to answer. */
  duration?: number;
}
