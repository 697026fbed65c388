import type { ErrorObject } from "ajv";
import type { Problem } from "../http/refusal.ts";

/** An ajv error about the query in the API's words, with the parameter's name. */
export function parameterProblem({ keyword, instancePath, params, message }: ErrorObject): Problem {
  const parameter: string = params.additionalProperty ?? params.missingProperty ?? instancePath.split("/")[1];
  return { code: "invalid", title: "Invalid input.", detail: `'${parameter}' ${explain()}.`, source: { parameter } };

  function explain(): string {
    if (keyword === "additionalProperties") return "is not a parameter of this operation";
    if (keyword === "required") return "is required";
    return keyword === "enum" ? `must be one of ${params.allowedValues.join(", ")}` : (message ?? "is invalid");
  }
}
