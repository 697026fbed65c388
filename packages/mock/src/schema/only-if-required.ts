/** A value that is costly to send, so that an answer carries it only where its schema insists. */
export class OnlyIfRequired<T> {
  readonly value: () => T;

  constructor(value: () => T) {
    this.value = value;
  }
}
