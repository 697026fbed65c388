import { expect } from "vitest";
import type { Fragment, ResponseFragment, Schema } from "../fragment/fragment.ts";
import type { Answered } from "./create-caller.ts";
import { createAjv, toJsonSchema } from "./json-schema.ts";

export type ExpectValidAnswer = (operationId: string, answered: Answered) => void;

/** Checks status, media type and body of an answer against what the fragment says of the operation. */
export function createExpectValidAnswer(fragment: Fragment): ExpectValidAnswer {
  // With `allOf` a part would refuse what the other names, so the oldest revision can only be checked open.
  const closed = !JSON.stringify(fragment.schemas).includes('"allOf"');
  const success = createAjv(fragment, { closed });
  const failure = createAjv(fragment);
  const compile = (schema: Schema, isSuccess: boolean) =>
    (isSuccess ? success : failure).compile(toJsonSchema(schema, { closed: closed && isSuccess }));
  // Compiling a schema takes far longer than the call whose answer it checks.
  const validators = new Map<ResponseFragment, ReturnType<typeof compile>>();
  return (operationId, { status, headers, body }) => {
    const operation = fragment.operations.find((one) => one.operationId === operationId);
    const answer = operation?.responses[status] ?? operation?.responses[`${Math.floor(status / 100)}XX`];
    const saysNothing = operation && !Object.keys(operation.responses).some((key) => /^[45]/.test(key));
    // The first documents do not say how operations fail that a browser may call.
    if (saysNothing && status >= 400) return;
    expect(answer, `${operationId} may answer ${status}`).toBeDefined();
    if (answer?.schema === undefined) return expect(body, `${operationId} ${status}`).toBeUndefined();
    expect(headers.get("content-type"), `${operationId} ${status}`).toBe(answer.contentType);
    const validate = validators.get(answer) ?? compile(answer.schema, status < 300);
    validators.set(answer, validate);
    validate(body);
    expect(validate.errors ?? [], `${operationId} ${status} ${JSON.stringify(body)}`).toEqual([]);
  };
}
