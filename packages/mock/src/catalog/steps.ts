/**
 * Work that may be put aside between its steps, so that a category with 100,000 items can be deleted without keeping
 * others waiting. A step leaves everything consistent.
 */
export type Steps<Result = void> = Generator<void, Result, undefined>;

/** How many records a step takes. */
const stepSize = 200;

/** How long others wait at most, in milliseconds. */
const slice = 10;

// Taken when the module loads: a test that fakes timers later must not stop the mock.
const { setImmediate: soon = (callback: () => void) => setTimeout(callback, 0) } = globalThis;

/** Does something with every entry; the entries may change while it pauses. */
export function* forEachInSteps<Entry>(entries: Iterable<Entry>, act: (entry: Entry) => void): Steps {
  let count = 0;
  for (const entry of [...entries]) {
    if (++count % stepSize === 0) yield;
    act(entry);
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
 * @param save called after every step
 */
export async function inSlices<Result>(steps: Steps<Result>, save: () => void): Promise<Result> {
  let begin = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    save();
    if (done) return value;
    if (performance.now() - begin < slice) continue;
    await new Promise<void>((resolve) => soon(resolve));
    begin = performance.now();
  }
}
