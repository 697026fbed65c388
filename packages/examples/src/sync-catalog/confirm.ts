import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { ReadStream, WriteStream } from "node:tty";

/** Asks at a terminal; where there is none, nobody can agree. */
export async function confirm(question: string, input: ReadStream, output: WriteStream): Promise<boolean> {
  if (!input.isTTY || !output.isTTY) return false;
  const terminal = createInterface({ input, output });
  // Ctrl-C ends the question, Ctrl-D closes the terminal: neither is an answer.
  const asked = terminal.question(`${question} [y/N] `).catch(() => "");
  const closed = once(terminal, "close").then(() => "");
  try {
    const answer = await Promise.race([asked, closed]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
