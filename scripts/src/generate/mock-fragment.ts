import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { MediaType, OpenApiDocument, RequestBody, Response } from "../document/openapi.ts";
import { parametersOf } from "../document/parameters.ts";
import { resolve } from "../document/reference.ts";
import { structure } from "../document/structure.ts";
import { parseRateLimit } from "./rate-limit.ts";

export interface MockFragment {
  revision: string;
  operations: object[];
  schemas: Record<string, unknown>;
}

/** The fragment as data for the mock: structure without text, parameters and responses in place, schemas by name. */
export function mockFragment(published: OpenApiDocument): MockFragment {
  const document = structure(published, "document") as OpenApiDocument;
  return {
    revision: document.info?.version ?? "",
    operations: [...listOperations(document)].map((entry) => mockOperation(document, entry)),
    schemas: document.components?.schemas ?? {},
  };
}

function mockOperation(document: OpenApiDocument, entry: OperationEntry) {
  const { method, path, operation } = entry;
  const responses = Object.entries(operation.responses ?? {});
  const body = operation.requestBody && resolve<RequestBody>(document, operation.requestBody);
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    parameters: parametersOf(document, entry).map(({ name, in: place, required = false, explode = true, schema }) => ({
      name,
      in: place,
      required,
      explode,
      schema,
    })),
    body: body && { required: body.required ?? false, ...firstContent(body.content) },
    responses: Object.fromEntries(
      responses.map(([status, response]) => [status, firstContent(resolve<Response>(document, response).content)]),
    ),
    rateLimit: parseRateLimit(operation["x-klaviyo-ratelimit"]),
    scopes: operation["x-klaviyo-scopes"] ?? [],
    filters: operation["x-klaviyo-filters"],
  };
}

function firstContent(content: Record<string, MediaType> = {}) {
  const [first] = Object.entries(content);
  return first ? { contentType: first[0], schema: first[1].schema } : {};
}
