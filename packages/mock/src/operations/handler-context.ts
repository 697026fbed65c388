import type { Account } from "../accounts/accounts.ts";
import type { Document, Urls } from "../documents/document.ts";
import type { Query } from "../query/query.ts";

/** A request that has passed every check of the fragment's. */
export interface HandlerContext {
  readonly account: Account;
  readonly url: URL;
  readonly urls: Urls;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Does what an operation does and returns the document to answer with, or nothing for an answer without a body.
 *
 * @throws {ApiProblem}
 */
export type Handler = (context: HandlerContext) => Document | undefined;
