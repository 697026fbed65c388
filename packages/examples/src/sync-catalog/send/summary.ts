import type { Action, Outcome } from "./outcome.ts";

export interface ErrorGroup {
  error: string;
  count: number;
  /** The first record that had it. */
  example: string;
}

export interface Summary {
  done: number;
  failed: number;
  unknown: number;
  /** What has been done, by action. */
  actions: Readonly<Record<Action, number>>;
  /** The most frequent first. */
  errors: ErrorGroup[];
}

/** Counts outcomes, and equal errors together. */
export class Tally {
  readonly #counts = { done: 0, failed: 0, unknown: 0 };
  readonly #actions: Record<Action, number> = { create: 0, update: 0, link: 0, unlink: 0, delete: 0 };
  readonly #errors = new Map<string, ErrorGroup>();

  add({ action, type, external_id, status, error }: Outcome): void {
    this.#counts[status]++;
    if (status === "done") this.#actions[action]++;
    if (error === undefined) return;
    // Equal errors of many records differ in the id that they name.
    const general = error.replaceAll(external_id, "…");
    const group = this.#errors.get(general) ?? { error, count: 0, example: `${type} ${external_id}` };
    group.count++;
    this.#errors.set(general, group);
  }

  get summary(): Summary {
    const errors = [...this.#errors.values()].sort((a, b) => b.count - a.count);
    return { ...this.#counts, actions: { ...this.#actions }, errors };
  }
}
