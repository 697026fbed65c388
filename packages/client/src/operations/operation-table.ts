/** What the document says about a group of operations besides their types. */
export interface OperationProfile {
  /** Calls an account may make in one second, where the document names such a limit. */
  readonly burst?: number;
  /** Calls an account may make in sixty seconds, where the document names such a limit. */
  readonly steady?: number;
  /** Calls an account may make in a day, where the document names such a limit. */
  readonly daily?: number;
  /** Media type of answers, where the document names one. */
  readonly accept?: string;
  /** Media type of the request body, where it is not that of answers. */
  readonly contentType?: string;
  /** Array query parameters that are repeated (`explode: true`) instead of comma-separated. */
  readonly explode?: readonly string[];
}

/** What the table says about one operation. */
export interface OperationFacts extends OperationProfile {
  /** Method and path, as `GET /api/catalog-items/{id}`. */
  readonly name: string;
}

/** Everything the runtime knows about one revision of the API; generated from the fragment. */
export interface OperationTable {
  readonly revision: string;
  readonly profiles: readonly OperationProfile[];
  /** By path, then by method: the operation's index into `profiles`. */
  readonly paths: { readonly [path: string]: { readonly [method: string]: number } };
}
