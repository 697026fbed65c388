import { defaultContentType, type Fragment, type OperationFragment, type Schema } from "../fragment/fragment.ts";
import { type Shape, shapeOf } from "../fragment/shape.ts";
import type { createValidator } from "../fragment/validator.ts";
import { createQueryReader, type QueryReader } from "../query/query.ts";
import { behaviourOf } from "./behaviours.ts";
import { type CheckBody, createBodyCheck } from "./check-body.ts";
import type { Handler } from "./handler-context.ts";

/** An operation with everything the fragment says of it turned into functions. */
export interface Operation {
  readonly fragment: OperationFragment;
  /** The same for an operation under all its names and in all revisions, e.g. `GET /api/catalog-items/{}`. */
  readonly key: string;
  /** What it does; nothing when the mock has no behaviour for it. */
  readonly handler: Handler | undefined;
  readonly readQuery: QueryReader;
  readonly checkBody?: CheckBody;
  /** The answer to success. */
  readonly status: number;
  /** The schema of the answer to success; nothing for an answer without a body. */
  readonly schema: Schema | undefined;
  /** What schemas refer to. */
  readonly schemas: Fragment["schemas"];
  readonly shape: Shape;
  /** Media type of every answer with a body, errors included. */
  readonly contentType: string;
  /** What the operation's paths end in: `/` or nothing. */
  readonly slash: string;
}

export function compileOperation(
  fragment: OperationFragment,
  schemas: Fragment["schemas"],
  compile: ReturnType<typeof createValidator>,
): Operation {
  const { body, path, responses } = fragment;
  const status = Object.keys(responses).find((key) => key.startsWith("2"));
  if (status === undefined) throw new Error(`${fragment.operationId} has no answer for success.`);
  const { schema } = responses[status] ?? {};
  const key = operationKey(fragment);
  const handler = behaviourOf(key);
  return {
    fragment,
    key,
    handler,
    readQuery: createQueryReader(fragment, compile),
    ...(body && { checkBody: createBodyCheck(body.schema, schemas, compile) }),
    status: Number(status),
    schema,
    schemas,
    shape: handler && schema ? shapeOf(schema, schemas) : (value) => value,
    contentType: Object.values(responses).find((response) => response.contentType)?.contentType ?? defaultContentType,
    slash: path.endsWith("/") ? "/" : "",
  };
}

export function operationKey({ method, path }: OperationFragment): string {
  return `${method} ${path.replace(/\/$/, "").replace(/\{\w+\}/g, "{}")}`;
}
