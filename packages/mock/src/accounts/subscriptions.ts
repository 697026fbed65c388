export interface StoredSubscription {
  seq: number;
  body: unknown;
}

/** The back-in-stock subscriptions of one account, in the order they came. */
export class Subscriptions {
  readonly bodies: unknown[] = [];
  readonly #onChange: (subscription: StoredSubscription) => void;

  constructor(onChange: (subscription: StoredSubscription) => void) {
    this.#onChange = onChange;
  }

  add(body: unknown): void {
    this.#onChange({ seq: this.bodies.push(body), body });
  }

  /** Puts a subscription back as it was kept. */
  restore({ body }: StoredSubscription): void {
    this.bodies.push(body);
  }
}
