import type { Declarations, TypeReport } from "./type-check.ts";

type Demand =
  | { ask: "start"; declarations: Declarations }
  | { ask: "check"; code: string }
  | { ask: "strip"; code: string };

/** What the page asks its worker. */
export type Question = Demand & { id: number };

export interface Answer {
  id: number;
  report?: TypeReport;
  code?: string;
  failure?: string;
}

/** TypeScript's own compiler, in a worker. */
export interface Compiler {
  /** What it says of a program, and the type of its `data`. */
  check(code: string): Promise<TypeReport>;
  /** The program without its types, ready to run. */
  strip(code: string): Promise<string>;
  stop(): void;
}

/** Loads the compiler and the declarations, some hundred kilobytes each, and starts it. */
export async function startCompiler(): Promise<Compiler> {
  const worker = new Worker(new URL("./type-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let asked = 0;
  worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.failure === undefined) asker?.resolve(answer);
    else asker?.reject(new Error(answer.failure));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || "The compiler could not be loaded."));
    waiting.clear();
  };
  const ask = (demand: Demand): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...demand, id });
    });

  const { data: declarations } = await import("./declarations.data.ts");
  await ask({ ask: "start", declarations });
  return {
    check: async (code) => (await ask({ ask: "check", code })).report as TypeReport,
    strip: async (code) => (await ask({ ask: "strip", code })).code ?? "",
    stop: () => worker.terminate(),
  };
}
