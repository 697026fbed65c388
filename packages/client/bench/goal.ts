/** What a figure of ours should be. */
export interface Goal {
  text: string;
  figure: number;
  atLeast?: number;
  atMost?: number;
}

/** Says whether a figure is what it should be; it is only said, since a machine may be busy. */
export function printGoals(goals: readonly Goal[]): void {
  console.log("");
  for (const { text, figure, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } of goals) {
    const goal = Number.isFinite(atLeast) ? `at least ${atLeast}` : `at most ${atMost}`;
    const shown = Number.isInteger(figure) ? String(figure) : figure.toFixed(3);
    console.log(`  ${figure >= atLeast && figure <= atMost ? "met   " : "MISSED"} ${text}: ${shown}, goal ${goal}`);
  }
}
