import type { Ajv, ValidateFunction } from "ajv";
import { defaultContentType, type Fragment, type OperationFragment } from "../fragment/fragment.ts";
import { toJsonSchema } from "../fragment/json-schema.ts";
import { type Shape, shapeOf } from "../fragment/shape.ts";
import { createQueryReader, type QueryReader } from "../query/query.ts";
import { handlerFor } from "./behaviours.ts";
import type { Handler } from "./handler-context.ts";

/** An operation with everything the fragment says of it turned into functions. */
export interface Operation {
  readonly fragment: OperationFragment;
  readonly handler: Handler;
  readonly readQuery: QueryReader;
  readonly validateBody?: ValidateFunction;
  /** The answer to success. */
  readonly status: number;
  readonly shape: Shape;
  /** Media type of every answer with a body, errors included. */
  readonly contentType: string;
  /** What the operation's paths end in: `/` or nothing. */
  readonly slash: string;
}

export function compileOperation(fragment: OperationFragment, schemas: Fragment["schemas"], ajv: Ajv): Operation {
  const { body, path, responses } = fragment;
  const status = Object.keys(responses).find((key) => key.startsWith("2"));
  if (status === undefined) throw new Error(`${fragment.operationId} has no answer for success.`);
  const { schema } = responses[status] ?? {};
  return {
    fragment,
    handler: handlerFor(fragment),
    readQuery: createQueryReader(fragment, ajv),
    ...(body && { validateBody: ajv.compile(toJsonSchema(body.schema, { closed: true })) }),
    status: Number(status),
    shape: schema ? shapeOf(schema, schemas) : (value) => value,
    contentType: Object.values(responses).find((response) => response.contentType)?.contentType ?? defaultContentType,
    slash: path.endsWith("/") ? "/" : "",
  };
}
