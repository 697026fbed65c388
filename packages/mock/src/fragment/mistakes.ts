import { ApiProblem, type ErrorObject } from "./api-problem.ts";
import type { Mistake } from "./validator.ts";

const title = "Invalid input.";

/** A 400 about a request body, with a JSON pointer (RFC 6901) to each mistake. */
export function bodyProblem(mistakes: readonly Mistake[]): ApiProblem {
  return new ApiProblem(400, mistakes.map(bodyError));
}

export function bodyError({ path, kind, rule }: Mistake): ErrorObject {
  const pointer = path.map(pointerStep).join("") || "/";
  const name = path.at(-1);
  const details = {
    missing: `The field '${name}' is required.`,
    unknown: `'${name}' is not a field that can be given here.`,
    wrong: `${name === undefined ? "The request body" : `'${name}'`} ${rule}.`,
  };
  return { code: "invalid", title, detail: details[kind], source: { pointer } };
}

function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** A 400 about the query, with the parameter of each mistake. */
export function parameterProblem(mistakes: readonly Mistake[]): ApiProblem {
  return new ApiProblem(
    400,
    mistakes.map(({ path, kind, rule }) => {
      const parameter = String(path[0]);
      const what = kind === "unknown" ? "is not a parameter of this operation" : rule;
      return { code: "invalid", title, detail: `'${parameter}' ${what}.`, source: { parameter } };
    }),
  );
}
