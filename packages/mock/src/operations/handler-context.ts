import type { Account } from "../accounts/accounts.ts";
import type { Steps } from "../catalog/steps.ts";
import type { Document, Urls } from "../documents/document.ts";
import type { Query } from "../query/query.ts";

/** A request that has passed every check of the fragment's. */
export interface HandlerContext {
  readonly account: Account;
  /** The operation's key, e.g. `GET /api/catalog-items/{}`. */
  readonly operation: string;
  readonly url: URL;
  readonly urls: Urls;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What an operation answers with; nothing for an answer without a body. */
export type Outcome = Document | undefined;

/**
 * Does what an operation does, at once or, where there may be much to do, in steps.
 *
 * @throws {ApiProblem}
 */
export type Handler = (context: HandlerContext) => Outcome | Steps<Outcome>;
