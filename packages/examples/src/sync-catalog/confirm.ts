import { createInterface } from "node:readline/promises";
import type { ReadStream, WriteStream } from "node:tty";

/** Asks at a terminal; where there is none, nobody can agree. */
export async function confirm(question: string, input: ReadStream, output: WriteStream): Promise<boolean> {
  if (!input.isTTY || !output.isTTY) return false;
  const terminal = createInterface({ input, output });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
