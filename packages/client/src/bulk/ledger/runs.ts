/** A list of indexes as pairs of a first one and how many follow on; -1 stands for what is `undefined`. */
export function toRuns(indexes: Iterable<number | undefined>): number[] {
  const runs: number[] = [];
  for (const one of indexes) {
    const index = one ?? -1;
    const [first = 0, length = 0] = runs.slice(-2);
    const goesOn = length > 0 && (index < 0 ? first < 0 : first >= 0 && index === first + length);
    if (goesOn) runs[runs.length - 1] = length + 1;
    else runs.push(index, 1);
  }
  return runs;
}

/** The list behind {@link toRuns}. */
export function fromRuns(runs: readonly number[]): (number | undefined)[] {
  const indexes: (number | undefined)[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const [first = 0, length = 0] = runs.slice(at, at + 2);
    for (let step = 0; step < length; step++) indexes.push(first < 0 ? undefined : first + step);
  }
  return indexes;
}
