import type { OpenApiDocument } from "../../document/openapi.ts";
import { accepts, isReadable } from "./accepts.ts";
import { sampleValues } from "./sample-values.ts";
import type { Node } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

interface Message {
  content?: Record<string, { schema: Node }>;
}

export interface RawSide {
  parameters?: ({ name: string; schema?: Node } & Message)[];
  requestBody?: Message;
  responses: Record<string, Message>;
}

/** Two schemas at the same place of the old and of the new document. */
export type SchemaPair = [old: Node, now: Node];

/** What is sent: the body by its first media type that is the same, and every parameter. */
export function sentSchemas(old: RawSide, now: RawSide): { body: SchemaPair[]; parameters: SchemaPair[] } {
  const parameters = (old.parameters ?? []).flatMap((parameter): SchemaPair[] => {
    const successor = now.parameters?.find(({ name }) => name === parameter.name);
    if (!successor) return [];
    // Text of a media type is of no use to who expects a plain value, and is told of as such.
    if (parameter.schema && successor.schema) return [[parameter.schema, successor.schema]];
    return sharedBodies(parameter, successor);
  });
  return { body: sharedBodies(old.requestBody, now.requestBody).slice(0, 1), parameters };
}

/** What is got: the answers of statuses that both have. */
export function gotSchemas(old: RawSide, now: RawSide): SchemaPair[] {
  return Object.entries(old.responses).flatMap(([status, response]) => sharedBodies(response, now.responses[status]));
}

function sharedBodies(old: Message | undefined, now: Message | undefined): SchemaPair[] {
  return Object.entries(old?.content ?? {}).flatMap(([media, { schema }]): SchemaPair[] => {
    const successor = now?.content?.[media];
    return successor ? [[schema, successor.schema]] : [];
  });
}

/** Values that the old document takes and the new one refuses; `undefined` where the old one takes nothing. */
export function refusedValues(
  before: OpenApiDocument,
  after: OpenApiDocument,
  [from, to]: SchemaPair,
): unknown[] | undefined {
  const accepted = sampleValues(before, from).filter((value) => accepts(before, from, value));
  // A schema that requires itself takes nothing.
  return accepted.length === 0 ? undefined : accepted.filter((value) => !accepts(after, to, value));
}

/** Values that the new document sends and that programs of the old one take for something else. */
export function misreadValues(before: OpenApiDocument, after: OpenApiDocument, [from, to]: SchemaPair): unknown[] {
  return sampleValues(after, to).filter((value) => accepts(after, to, value) && !isReadable(before, from, value));
}
