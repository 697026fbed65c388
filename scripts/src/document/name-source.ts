import { SpecError } from "./spec-error.ts";

/** Runs `work` on what was read from `file`, and names that file in the message of a mistake that does not. */
export async function nameSource<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SpecError) || error.message.includes(file)) throw error;
    throw new SpecError(`${file}: ${error.message}`);
  }
}
