import type { Change, OperationVerdict } from "../diff/verdict.ts";

/** How many operations changed in which way. One that moved is in a verdict twice: as removed and as added with what it was. */
export function countChanges(operations: readonly OperationVerdict[]): [change: string, count: number][] {
  const count = (change: Change) => operations.filter((each) => each.change === change).length;
  const moved = operations.filter(({ change, former }) => change === "added" && former).length;
  return [
    ["added", count("added") - moved],
    ["removed", count("removed") - moved],
    ["moved", moved],
    ["renamed", count("renamed")],
    ["changed", count("changed")],
    ["unchanged", count("unchanged")],
  ];
}
