import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { MediaType, OpenApiDocument, Parameter, RequestBody, Response } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { parseRateLimit } from "./rate-limit.ts";

/** What operations share, so that the table says it once. */
interface Profile {
  burst?: number;
  steady?: number;
  daily?: number;
  accept: string;
  contentType?: string;
  explode?: string[];
}

export interface OperationTable {
  revision: string;
  profiles: Profile[];
  /** By path, then by method: the index of the profile. */
  paths: Record<string, Record<string, number>>;
}

/** What the client has to know of each operation while it runs: little enough to be shipped to browsers. */
export function operationTable(document: OpenApiDocument): OperationTable {
  const indexes = new Map<string, number>();
  const paths: OperationTable["paths"] = {};
  for (const entry of listOperations(document)) {
    const key = JSON.stringify(profileOf(document, entry));
    if (!indexes.has(key)) indexes.set(key, indexes.size);
    const { method, path } = entry;
    paths[path] ??= {};
    paths[path][method.toUpperCase()] = indexes.get(key) ?? 0;
  }
  const profiles = [...indexes.keys()].map((key): Profile => JSON.parse(key));
  return { revision: document.info?.version ?? "", profiles, paths };
}

/** As TypeScript, one path a line: small diffs, and what repeats compresses well. */
export function renderOperationTable({ revision, profiles, paths }: OperationTable): string {
  const lines = (items: string[]): string => items.map((item) => `\n    ${item},`).join("");
  const profileLines = lines(profiles.map(renderInline));
  const pathLines = lines(Object.entries(paths).map(([path, methods]) => `"${path}": ${renderInline(methods)}`));
  return `{\n  revision: "${revision}",\n  profiles: [${profileLines}\n  ],\n  paths: {${pathLines}\n  },\n}`;
}

function renderInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderInline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${key}: ${renderInline(member)}`)
    .join(", ")} }`;
}

function profileOf(document: OpenApiDocument, { operation, pathItem }: OperationEntry): Profile {
  const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])]
    .map((parameter) => resolve<Parameter>(document, parameter))
    .filter((parameter) => parameter.in === "query" && resolve(document, parameter.schema)?.type === "array");
  const exploded = parameters.filter(({ explode }) => explode ?? true).map(({ name }) => name);
  const body = operation.requestBody && resolve<RequestBody>(document, operation.requestBody);
  const responses = Object.values(operation.responses ?? {}).map((answer) => resolve<Response>(document, answer));
  const accept = firstMediaType(responses.find(({ content }) => content)?.content) ?? "application/json";
  const sent = firstMediaType(body?.content);
  return {
    ...parseRateLimit(operation["x-klaviyo-ratelimit"]),
    accept,
    contentType: sent === accept ? undefined : sent,
    explode: exploded.length > 0 ? exploded : undefined,
  };
}

function firstMediaType(content: Record<string, MediaType> | undefined): string | undefined {
  return content && Object.keys(content)[0];
}
