import type { ErrorObject } from "ajv";
import type { Problem } from "./api-problem.ts";

/** One step of a JSON pointer (RFC 6901). */
export function pointerStep(name: string | number): string {
  return `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** An ajv error in the API's words, with a pointer into the request body. */
export function problemOf(error: ErrorObject): Problem {
  const { keyword, instancePath, params } = error;
  if (keyword === "required") {
    return problem(
      `The field '${params.missingProperty}' is required.`,
      instancePath + pointerStep(params.missingProperty),
    );
  }
  if (keyword === "additionalProperties") {
    const name = params.additionalProperty;
    return problem(`'${name}' is not a field that can be given here.`, instancePath + pointerStep(name));
  }
  return problem(`${lastStep(instancePath)} ${message(error)}.`, instancePath);
}

function message({ keyword, message = "is invalid", params }: ErrorObject): string {
  if (keyword === "enum") return `must be one of ${params.allowedValues.join(", ")}`;
  return keyword === "type" ? `must be ${[params.type].flat().join(" or ")}` : message;
}

function lastStep(pointer: string): string {
  const step = pointer.split("/").at(-1);
  return step ? `'${step}'` : "The request body";
}

function problem(detail: string, pointer: string): Problem {
  return { code: "invalid", title: "Invalid input.", detail, source: { pointer: pointer || "/" } };
}
