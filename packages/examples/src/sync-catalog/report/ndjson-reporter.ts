import type { Reporter } from "./reporter.ts";

/** One JSON object a line, each with an `event`. */
export function ndjsonReporter(write: (text: string) => void): Reporter {
  const tell = (event: string, facts: object): void => write(`${JSON.stringify({ event, ...facts })}\n`);
  return {
    problems: (problems) => {
      for (const problem of problems) tell("problem", problem);
    },
    reading: () => {},
    plan: ({ types, links }) =>
      tell("plan", {
        types: types.map((plan) => ({
          ...plan,
          create: plan.create.length,
          update: plan.update.length,
          delete: plan.delete.length,
        })),
        links: { add: links.add.length, remove: links.remove.length, same: links.same },
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
