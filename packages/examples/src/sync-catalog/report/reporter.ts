import type { Problems } from "../catalog/problems.ts";
import type { Plan } from "../plan/make-plan.ts";
import type { Outcome, Progress, Step } from "../send/outcome.ts";
import type { Summary } from "../send/summary.ts";

/** How a run ended. */
export interface Ending extends Summary {
  /** Milliseconds. */
  duration: number;
  calls: number;
  /** How many records and links of the plan have no outcome. */
  left: number;
  /** Where the records that failed are, if any did. */
  errorsFile?: string | undefined;
  /** The command that does them again. */
  retry?: string | undefined;
  /** The command that does what is left. */
  goOn?: string | undefined;
}

/** Tells people or programs what happens. */
export interface Reporter {
  /** How many problems it tells one by one; the others need not be remembered. */
  readonly mostProblems: number;
  problems(problems: Problems): void;
  /** While the account is read: how many records so far. */
  reading(records: number): void;
  plan(plan: Plan): void;
  step(step: Step, number: number, steps: number): void;
  progress(progress: Progress): void;
  outcome(outcome: Outcome): void;
  /** What is worth a sentence: why nothing is done, for example. */
  note(text: string): void;
  error(text: string): void;
  ending(ending: Ending): void;
  /** Called last, whatever happened. */
  close(): void;
}
