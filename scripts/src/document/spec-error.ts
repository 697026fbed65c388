/** A mistake in the input, written for the person who can mend it: shown without a stack trace. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}
