import { soon } from "../clock/soon.ts";

/**
 * Work that may be put aside between its steps, so that a category with 100,000 items can be deleted without keeping
 * others waiting. A step leaves everything consistent.
 */
export type Steps<Result = void> = Generator<void, Result, undefined>;

/** How many records a step takes: to save more of them at once would keep others waiting. */
const stepSize = 200;

/** How long others wait at most, in milliseconds. */
const slice = 10;

/** Does something with every entry of a list that stays as it is while the work pauses. */
export function* forEachInSteps<Entry>(entries: readonly Entry[], act: (entry: Entry, index: number) => void): Steps {
  for (const [index, entry] of entries.entries()) {
    if (index % stepSize === stepSize - 1) yield;
    act(entry, index);
  }
}

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does the steps, and lets others have their turn when they take long.
 *
 * @param save called after every step @default nothing
 */
export async function inSlices<Result>(steps: Steps<Result>, save: () => void = () => {}): Promise<Result> {
  let begin = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    save();
    if (done) return value;
    if (performance.now() - begin < slice) continue;
    await letOthersIn();
    begin = performance.now();
  }
}

export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => soon(resolve));
}
