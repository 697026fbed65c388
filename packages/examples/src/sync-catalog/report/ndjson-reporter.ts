import { countOf } from "../plan/link-plan.ts";
import type { Reporter } from "./reporter.ts";
import { toMendText } from "./words.ts";

/** One JSON object a line, each with an `event`. */
export function ndjsonReporter(write: (text: string) => void): Reporter {
  const tell = (event: string, facts: object): void => write(`${JSON.stringify({ event, ...facts })}\n`);
  return {
    mostProblems: Number.POSITIVE_INFINITY,
    problems: (problems) => {
      for (const problem of problems.listed) tell("problem", problem);
      tell("error", { text: toMendText(problems.count), problems: problems.count });
    },
    reading: () => {},
    plan: ({ types, links }) =>
      tell("plan", {
        types: types.map((plan) => ({ ...plan, delete: plan.delete.length })),
        links: { add: countOf(links.add), remove: countOf(links.remove), same: links.same },
      }),
    step: (step, number, steps) => tell("step", { ...step, number, steps }),
    progress: (progress) => tell("progress", progress),
    outcome: (outcome) => tell("outcome", outcome),
    note: (text) => tell("note", { text }),
    error: (text) => tell("error", { text }),
    ending: (ending) => tell("summary", ending),
    close: () => {},
  };
}
