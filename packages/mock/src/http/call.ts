import type { Operation } from "../operations/compile-operation.ts";
import type { RecordedRequest } from "../requests/recorded-request.ts";
import type { Incoming } from "./incoming.ts";

/** A request that has found its operation. */
export interface Call {
  readonly request: Incoming;
  readonly url: URL;
  readonly operation: Operation;
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly record: RecordedRequest;
}
