import type { Client } from "@org/client";
import { type Arguments, commandOf, pathArgument } from "./arguments.ts";
import { Problems } from "./catalog/problems.ts";
import { readInput } from "./input/read-input.ts";
import { deletionRefusal, deletionText } from "./plan/deletion-limit.ts";
import { countOf } from "./plan/link-plan.ts";
import { makePlan, type Plan } from "./plan/make-plan.ts";
import { FileChangedError, isFileError, type Outline, outlineOf } from "./plan/outline.ts";
import { readAccount } from "./plan/read-account.ts";
import type { Reporter } from "./report/reporter.ts";
import { ErrorsFile, errorsFileOf } from "./send/errors-file.ts";
import { sendPlan } from "./send/send-plan.ts";
import { Tally } from "./send/summary.ts";

/** Told by the usage. */
export const exitCodes = { done: 0, failed: 1, mistake: 2, unreachable: 3, stopped: 130 } as const;

export interface SyncOptions {
  klaviyo: Client;
  reporter: Reporter;
  signal: AbortSignal;
  /** Answers whether something may be done. */
  confirm: (question: string) => Promise<boolean>;
  /** The command of this run, which does what is left when it has been stopped. */
  command: string;
}

/** A plan, and the records that it is about. */
interface Planned {
  plan: Plan;
  outline: Outline;
}

/** Makes the catalog what a file says, and returns the exit code. */
export async function sync(args: Arguments, options: SyncOptions): Promise<number> {
  const { reporter, signal, command } = options;
  const agreed = await agreedPlan(args, options).catch((error) => {
    if (!signal.aborted) throw error;
    reporter.note(`Stopped, and nothing was sent. Go on with: ${command}`);
    return exitCodes.stopped;
  });
  if (typeof agreed === "number") return agreed;
  const stopping = "Stopping: what has been submitted is followed to its end. Ctrl-C again ends at once.";
  signal.addEventListener("abort", () => reporter.note(stopping), { once: true });
  return send(agreed, args, options);
}

/** What there is to do and nobody is against, or the exit code when there is nothing. */
async function agreedPlan(args: Arguments, options: SyncOptions): Promise<Planned | number> {
  const { reporter, signal } = options;
  const planned = await planOf(args, options);
  if (planned === undefined) return exitCodes.mistake;
  const { plan, outline } = planned;
  reporter.plan(plan);
  if (args.dryRun) {
    reporter.note("A dry run: nothing was sent.");
    return exitCodes.done;
  }
  if (sizeOf(plan) === 0) {
    await errorsFileFor(args, outline).remove();
    reporter.note("Everything is as the file says.");
    return exitCodes.done;
  }
  const deletion = deletionText(plan);
  const isAgreed =
    !deletion || args.yes || (await options.confirm(`Delete ${deletion} that ${args.file} does not mention?`));
  // Whoever stops the question has not answered it.
  signal.throwIfAborted();
  if (!isAgreed) {
    reporter.error("Nothing was sent: deleting was not agreed to. Where nobody can be asked, agree with --yes.");
    return exitCodes.mistake;
  }
  return planned;
}

/** What there is to do, or nothing when something has to be mended first. */
async function planOf(args: Arguments, { klaviyo, reporter, signal }: SyncOptions): Promise<Planned | undefined> {
  const read = (problems: Problems, signal?: AbortSignal) => readInput(args.file, { ...args, signal }, problems);
  const problems = new Problems(reporter.mostProblems);
  const outline = await outlineOf(args.file, read, problems, signal);
  if (problems.count > 0) return void reporter.problems(problems);
  if (outline.isLeftover && args.deleteMissing) {
    return void reporter.error(
      `${args.file} is what another run has left over, not a whole catalog: --delete-missing would delete the rest`,
    );
  }
  const obstacle = await errorsFileFor(args, outline).obstacle();
  if (obstacle !== undefined) return void reporter.error(`${obstacle}; give another name with --errors`);
  const { deleteMissing } = args;
  const onRead = (count: number) => reporter.reading(count);
  const others = await readAccount(klaviyo, outline, { signal, deleteMissing, onRead });
  const plan = await makePlan(outline, others, { deleteMissing, signal }, problems);
  if (problems.count > 0) return void reporter.problems(problems);
  const refusal = deletionRefusal(plan, args.maxDelete);
  if (refusal === undefined) return { plan, outline };
  reporter.plan(plan);
  return void reporter.error(refusal);
}

async function send({ plan, outline }: Planned, args: Arguments, options: SyncOptions): Promise<number> {
  const { klaviyo, reporter, signal, command } = options;
  const tally = new Tally();
  const errors = errorsFileFor(args, outline);
  const began = performance.now();
  let calls = 0;
  let hasChanged = false;
  let hasFailed = false;
  try {
    await sendPlan(klaviyo, plan, outline, {
      signal,
      onStep: (step, number, steps) => reporter.step(step, number, steps),
      onProgress: (progress) => reporter.progress(progress),
      onCalls: (more) => {
        calls += more;
      },
      onOutcome: (outcome) => {
        tally.add(outcome);
        if (outcome.status !== "done") errors.add(outcome);
        reporter.outcome(outcome);
      },
    });
  } catch (error) {
    // What has been sent is sent: a file that is in the way is told beside the summary, and does not replace it.
    if (!(error instanceof FileChangedError) && !isFileError(error)) throw error;
    hasChanged = true;
    const goOn = "it cannot be read any more; put it back and run the same command again";
    reporter.error(error instanceof FileChangedError ? error.message : `${error.message}: ${goOn}`);
  } finally {
    const { summary } = tally;
    const left = sizeOf(plan) - summary.done - summary.failed - summary.unknown;
    const saved = await saveErrors(errors, args, left === 0 && !hasChanged).catch((error: unknown) => {
      if (!isFileError(error)) throw error;
      return error;
    });
    if (saved instanceof Error) {
      hasFailed = true;
      reporter.error(unsavedText(errors, saved, command));
    }
    reporter.ending({
      ...summary,
      duration: performance.now() - began,
      calls,
      left,
      ...(saved === "written" && { errorsFile: errors.path, retry: retryOf(errors, args) }),
      ...(left > 0 && { goOn: command }),
    });
  }
  if (signal.aborted) return exitCodes.stopped;
  return errors.size > 0 || hasChanged || hasFailed ? exitCodes.failed : exitCodes.done;
}

function errorsFileFor({ file, errors }: Arguments, { isLeftover }: Outline): ErrorsFile {
  return new ErrorsFile(errors ?? errorsFileOf(file, isLeftover), file);
}

function retryOf({ path }: ErrorsFile, { live }: Arguments): string {
  return commandOf([pathArgument(path), ...(live ? ["--live"] : [])]);
}

async function saveErrors(errors: ErrorsFile, args: Arguments, isWhole: boolean): Promise<"written" | undefined> {
  // An errors file that is fed back in keeps its records as long as there are some that nobody has sent.
  if (!isWhole && errors.isInput) return undefined;
  if (errors.size > 0) await errors.write(readInput(args.file, args, new Problems()));
  else if (isWhole) await errors.remove();
  return errors.size > 0 ? "written" : undefined;
}

function unsavedText({ path, size }: ErrorsFile, { message }: Error, command: string): string {
  if (size === 0) return `${path} is of an earlier run, and could not be removed: ${message}`;
  return `${path} could not be written: ${message}; what failed is sent again by: ${command}`;
}

function sizeOf({ types, links }: Plan): number {
  const records = types.map((plan) => plan.create + plan.update + plan.delete.length);
  return records.reduce((sum, count) => sum + count, countOf(links.add) + countOf(links.remove));
}
