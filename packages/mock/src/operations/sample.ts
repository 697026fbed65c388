import { sample } from "openapi-sampler";
import { ApiProblem } from "../fragment/api-problem.ts";
import { createValidator } from "../fragment/validator.ts";
import type { Operation } from "./operation.ts";

/** Schemas that contain themselves may have no example with everything, but one with only what is required. */
const attempts = [{ quiet: true }, { quiet: true, skipNonRequired: true }];

/**
 * An example of what an operation answers, made from its schema alone; nothing for an answer without a body.
 *
 * @throws {ApiProblem} 501 when no valid example can be made
 */
export function sampleAnswer({ fragment, schema, schemas }: Operation): unknown {
  if (schema === undefined) return undefined;
  const validate = createValidator(schemas)(schema);
  for (const options of attempts) {
    const example = sample(schema as object, options, { components: { schemas } });
    if (validate(example).length === 0) return example;
  }
  throw notSimulated(fragment.operationId, "and no valid example can be made from its schema");
}

export function notSimulated(operationId: string, why: string): ApiProblem {
  const detail = `This mock does not simulate ${operationId}, ${why}.`;
  return new ApiProblem(501, [{ code: "not_simulated", title: "Not simulated.", detail }]);
}
