import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** A process that is asked and answers, until it is disposed of. */
export interface Child extends Disposable {
  /** What it said first. */
  readonly hello: unknown;
  ask<Answer>(question: object): Promise<Answer>;
}

/** Starts a file of this folder in a process of its own. */
export async function child(file: string, args: readonly string[] = []): Promise<Child> {
  const forked = fork(join(import.meta.dirname, file), args);
  return {
    hello: await answer(forked),
    async ask(question) {
      const answered = answer(forked);
      forked.send(question);
      return (await answered) as never;
    },
    [Symbol.dispose]: () => void forked.disconnect(),
  };
}

function answer(forked: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null): void => reject(new Error(`The process ended with code ${code}.`));
    forked.once("exit", died);
    forked.once("message", (message) => {
      forked.off("exit", died);
      resolve(message);
    });
  });
}
