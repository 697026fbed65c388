import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { ReadStream, WriteStream } from "node:tty";

/**
 * Asks at a terminal; where there is none, nobody can agree.
 *
 * @param stop is aborted by Ctrl-C, which is a letter to a terminal that asks, and no signal
 */
export async function confirm(
  question: string,
  input: ReadStream,
  output: WriteStream,
  stop: AbortController,
): Promise<boolean> {
  if (!input.isTTY || !output.isTTY) return false;
  const terminal = createInterface({ input, output });
  terminal.on("SIGINT", () => stop.abort());
  // Ctrl-C ends the question, Ctrl-D closes the terminal: neither is an answer.
  const asked = terminal.question(`${question} [y/N] `, { signal: stop.signal }).catch(() => "");
  const closed = once(terminal, "close").then(() => "");
  try {
    const answer = await Promise.race([asked, closed]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
    // What is told next begins a line of its own.
    if (stop.signal.aborted) output.write("\n");
  }
}
