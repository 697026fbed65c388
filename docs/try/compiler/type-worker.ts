import ts from "typescript";
import type { Answer, Question } from "./compiler.ts";
import { createTypeChecker, type TypeChecker } from "./type-check.ts";

// The compiler takes a second or two for the first program: in a worker, the page stays at hand meanwhile.
const worker = self as unknown as {
  onmessage: (event: MessageEvent<Question>) => void;
  postMessage: (answer: Answer) => void;
};

let checker: TypeChecker | undefined;

worker.onmessage = ({ data: question }) => {
  const { id } = question;
  try {
    if (question.ask === "start") checker = createTypeChecker(ts, question.declarations);
    else if (!checker) throw new Error("The compiler was not given its declarations.");
    else if (question.ask === "check") return worker.postMessage({ id, report: checker.check(question.code) });
    else return worker.postMessage({ id, code: checker.strip(question.code) });
    worker.postMessage({ id });
  } catch (error) {
    worker.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
};
