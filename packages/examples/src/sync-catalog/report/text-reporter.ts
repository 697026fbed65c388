import { plural } from "../catalog/attributes.ts";
import { placeText } from "../catalog/place.ts";
import type { Problems } from "../catalog/problems.ts";
import { countOf } from "../plan/link-plan.ts";
import type { Plan } from "../plan/make-plan.ts";
import type { Display } from "./display.ts";
import type { Ending, Reporter } from "./reporter.ts";
import { tableText } from "./table.ts";
import { durationText, progressText, stepText, toMendText, whole } from "./words.ts";

/** Nobody reads more of them at once. */
const mostProblems = 50;

export interface TextReporterOptions {
  display: Display;
  /** What was asked for. */
  write: (text: string) => void;
  /** What is wrong. */
  writeError: (text: string) => void;
}

/** For people, at a terminal or in a log. */
export function textReporter({ display, write, writeError }: TextReporterOptions): Reporter {
  let isReading = false;
  const tell = (text: string, to = write): void => {
    display.end();
    isReading = false;
    to(`${text}\n`);
  };
  return {
    mostProblems,
    problems: (problems) => tell(problemsText(problems), writeError),
    reading: (records) => {
      if (!isReading) display.begin("reading what is there");
      isReading = true;
      display.update(`${whole.format(records)} records`);
    },
    plan: (plan) => tell(planText(plan)),
    step: (step, number, steps) => {
      display.end();
      display.begin(`${number}/${steps} ${stepText(step)}`);
    },
    progress: (progress) => display.update(progressText(progress)),
    outcome: () => {},
    note: (text) => tell(text),
    error: (text) => tell(text, writeError),
    ending: (ending) => tell(endingText(ending)),
    close: () => display.end(),
  };
}

function problemsText({ listed, count }: Problems): string {
  const lines = listed.map(
    (problem) => `${placeText(problem)}: ${problem.field ? `${problem.field}: ` : ""}${problem.message}`,
  );
  const more = count - lines.length;
  if (more > 0) lines.push(`… and ${whole.format(more)} more; --json tells every one`);
  return `${lines.join("\n")}\n${toMendText(count)}`;
}

function planText({ types, links }: Plan): string {
  const number = (value: number) => (value === 0 ? "·" : whole.format(value));
  const rows = types.map(({ type, inFile, inAccount, create, update, same, delete: gone }) => [
    plural[type],
    ...[inFile, inAccount, same, create, update, gone.length].map(number),
  ]);
  const linked = [links.same, countOf(links.add), 0, countOf(links.remove)].map(number);
  return tableText([
    ["", "in the file", "there", "same", "create", "update", "delete"],
    ...rows,
    ["items in categories", "", "", ...linked],
  ]);
}

function endingText({ done, failed, unknown, left, errors, duration, calls, ...rest }: Ending): string {
  const counts = [`${whole.format(done)} done`, `${whole.format(failed)} failed`];
  if (unknown > 0) counts.push(`${whole.format(unknown)} unknown`);
  if (left > 0) counts.push(`${whole.format(left)} left`);
  const rate = duration > 0 ? `, ${whole.format(Math.round((done / duration) * 60_000))} a minute` : "";
  const lines = [`${counts.join(", ")} in ${durationText(duration)} with ${whole.format(calls)} calls${rate}`];
  for (const { error, count, example } of errors) lines.push(`  ${whole.format(count)} × ${error} (${example})`);
  if (rest.errorsFile) lines.push(`What failed is in ${rest.errorsFile}; mend it and run: ${rest.retry}`);
  if (rest.goOn) lines.push(`Go on with: ${rest.goOn}`);
  return lines.join("\n");
}
