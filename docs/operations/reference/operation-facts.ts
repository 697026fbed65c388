import type { OperationEntry } from "@org/scripts/src/document/list-operations.ts";
import type { OpenApiDocument, Parameter, RequestBody, Response, Schema } from "@org/scripts/src/document/openapi.ts";
import { parametersOf } from "@org/scripts/src/document/parameters.ts";
import { resolve } from "@org/scripts/src/document/reference.ts";
import { parseRateLimit, type RateLimit } from "@org/scripts/src/generate/rate-limit.ts";
import { type BodyRow, bodyRows, type ValueFacts, valueFacts } from "./body-rows.ts";

/** What a page says of an operation: text and values of the document, none of it escaped. */
export interface OperationFacts {
  method: string;
  path: string;
  operationId: string;
  summary: string;
  description: string;
  /** What it belongs to, from the general to the special: its tag, and the part of it. */
  group: string[];
  isDeprecated: boolean;
  scopes: string[];
  limits: RateLimit;
  /** Other operation ids by which the types know it. */
  aliases: string[];
  parameters: ParameterFacts[];
  body?: { isRequired: boolean; mediaTypes: string[]; rows: BodyRow[] };
  filters: { field: string; operators: string[]; type: string }[];
  answers: { status: string; description: string; mediaTypes: string[] }[];
}

export interface ParameterFacts {
  name: string;
  in: Parameter["in"];
  isRequired: boolean;
  value: ValueFacts;
}

export function operationFacts(document: OpenApiDocument, entry: OperationEntry): OperationFacts {
  const { method, path, operation } = entry;
  const { summary, description, "x-klaviyo-subtag": part } = operation as Record<string, unknown>;
  const body = operation.requestBody && resolve<RequestBody>(document, operation.requestBody);
  const schema = Object.values(body?.content ?? {})[0]?.schema;
  return {
    method: method.toUpperCase(),
    path,
    operationId: operation.operationId ?? "",
    summary: wordsOf(summary) || operation.operationId || `${method.toUpperCase()} ${path}`,
    description: wordsOf(description),
    group: [...(operation.tags ?? []).slice(0, 1), wordsOf(part)].filter(Boolean),
    isDeprecated: operation.deprecated === true,
    scopes: operation["x-klaviyo-scopes"] ?? [],
    limits: parseRateLimit(operation["x-klaviyo-ratelimit"]),
    aliases: operation["x-klaviyo-operation-aliases"] ?? [],
    parameters: parametersOf(document, entry).map((parameter) => parameterFacts(document, parameter)),
    ...(body && {
      body: {
        isRequired: body.required === true,
        mediaTypes: Object.keys(body.content ?? {}),
        rows: schema ? bodyRows(document, schema) : [],
      },
    }),
    filters: Object.entries(operation["x-klaviyo-filters"] ?? {}).map(([field, { operators, value }]) => ({
      field,
      operators: [operators.single, operators.list, operators.none].flatMap((names) => names ?? []),
      type: value ? valueFacts(document, value).type : "nothing",
    })),
    answers: Object.entries(operation.responses ?? {})
      .filter(([status]) => !status.startsWith("x-"))
      .map(([status, response]) => {
        const resolved = resolve<Response>(document, response);
        const words: unknown = (resolved as { description?: unknown }).description;
        return { status, description: wordsOf(words), mediaTypes: Object.keys(resolved.content ?? {}) };
      }),
  };
}

function parameterFacts(document: OpenApiDocument, parameter: Parameter): ParameterFacts {
  const [content] = Object.values(parameter.content ?? {});
  const value = valueFacts(document, (parameter.schema ?? content?.schema ?? {}) as Schema);
  const description = wordsOf((parameter as { description?: unknown }).description) || value.description;
  return {
    name: parameter.name,
    in: parameter.in,
    isRequired: parameter.required === true || parameter.in === "path",
    value: { ...value, description },
  };
}

function wordsOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
