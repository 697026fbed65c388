import { expect, test } from "vitest";
import { fromRuns, toRuns } from "./runs.ts";

test.each<[indexes: (number | undefined)[], runs: number[]]>([
  [[], []],
  [[0], [0, 1]],
  [
    [0, 1, 2, 5, 6, 9],
    [0, 3, 5, 2, 9, 1],
  ],
  [
    [3, 2, 2],
    [3, 1, 2, 1, 2, 1],
  ],
  [
    [undefined, undefined, 0, 1],
    [-1, 2, 0, 2],
  ],
  [
    [undefined, 0],
    [-1, 1, 0, 1],
  ],
  [
    [0, undefined, 2],
    [0, 1, -1, 1, 2, 1],
  ],
])("the list %j is kept as %j, and read as it was", (indexes, runs) => {
  expect(toRuns(indexes)).toEqual(runs);
  expect(fromRuns(runs)).toEqual(indexes);
});
