/** The source of a run is not the one that its checkpoint knows; nothing was sent. */
export class SourceChangedError extends Error {
  override readonly name = "SourceChangedError";
  /** The place of the record that differs, from 0; of several, that of the first that may. */
  declare readonly index: number;
  /** The record that the source gives there now; `undefined` when it ends before, or when several differ. */
  declare readonly record: unknown;

  constructor(what: string, index: number, record?: unknown) {
    super(`${what}. Nothing was sent: go on with the source as it was, or begin anew with another checkpoint.`);
    Object.assign(this, { index });
    // Not enumerable: a log that prints the error's properties need not hold the record.
    Object.defineProperty(this, "record", { value: record });
  }
}
