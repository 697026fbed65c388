/** What became of the names of the API between two revisions; generated from the comparison of their documents. */
export interface Migration {
  from: string;
  to: string;
  /** Every operation that programs of `from` can call. */
  operations: readonly FormerOperation[];
  /** The operations of `to` that none of those became. */
  added: readonly OperationName[];
  /** Ids that operations had even before `from`, and what they are in `to`. */
  aliases: Readonly<Record<string, string>>;
  schemas: Readonly<Record<string, Fate>>;
}

export interface OperationName {
  method: string;
  path: string;
  /** Empty where the document gives none. */
  id: string;
}

/** An operation as programs of the old revision call it, and what it is now. */
export interface FormerOperation extends OperationName {
  /** Absent if the operation is gone. */
  now?: { path: string; id: string };
  /** Why it is gone. */
  reason?: string;
  /** It was found at another path by its id; nobody compared its shape. */
  moved?: boolean;
  /** Filters that it no longer takes, or takes with other values. */
  filters?: readonly RefusedFilter[];
  /** Media types that it no longer has. */
  mediaTypes?: readonly string[];
}

export interface RefusedFilter {
  field: string;
  /** Absent if the field takes no filter at all any more. */
  operator?: string;
  message: string;
}

/** What became of a name. */
export interface Fate {
  /** What it is called now; absent if it is gone, or if it became more than one thing. */
  to?: string;
  /** The name exists in the new revision as well, and means something else there. */
  reused: boolean;
  /** Said when it cannot be replaced. */
  reason?: string;
}
