/** Something that the user can put right: it is told in one message, without a stack. */
export class Mistake extends Error {
  override readonly name = "Mistake";
}
