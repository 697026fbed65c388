import { expect } from "vitest";
import type { Fragment } from "../fragment/fragment.ts";
import type { Answered } from "./create-caller.ts";
import { createAjv, toJsonSchema } from "./json-schema.ts";

export type ExpectValidAnswer = (operationId: string, answered: Answered) => void;

/** Checks status, media type and body of an answer against what the fragment says of the operation. */
export function createExpectValidAnswer(fragment: Fragment): ExpectValidAnswer {
  // With `allOf` a part would refuse what the other names, so the oldest revision can only be checked open.
  const closed = !JSON.stringify(fragment.schemas).includes('"allOf"');
  const success = createAjv(fragment, { closed });
  const failure = createAjv(fragment);
  return (operationId, { status, headers, body }) => {
    const operation = fragment.operations.find((one) => one.operationId === operationId);
    const answer = operation?.responses[status] ?? operation?.responses[`${Math.floor(status / 100)}XX`];
    expect(answer, `${operationId} may answer ${status}`).toBeDefined();
    if (answer?.schema === undefined) return expect(body, `${operationId} ${status}`).toBeUndefined();
    expect(headers.get("content-type"), `${operationId} ${status}`).toBe(answer.contentType);
    const ajv = status < 300 ? success : failure;
    const validate = ajv.compile(toJsonSchema(answer.schema, { closed: closed && status < 300 }));
    validate(body);
    expect(validate.errors ?? [], `${operationId} ${status} ${JSON.stringify(body)}`).toEqual([]);
  };
}
