import { durationText } from "./layout.ts";
import type { Timeline } from "./timeline.ts";

/** A run in one line: how it ended, how many calls and attempts it took, and how long. */
export function summaryOf({ calls }: Timeline, duration: number): string {
  const attempts = calls.flatMap((call) => call.spans).filter(({ kind }) => kind === "attempt");
  const last = attempts.at(-1)?.result ?? "No request";
  const counts = [count(calls.length, "call"), count(attempts.length, "attempt")];
  return [last, ...counts, durationText(duration)].join(" · ");
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
