import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { MediaType, OpenApiDocument, Operation, RequestBody, Response } from "../document/openapi.ts";
import { parametersOf } from "../document/parameters.ts";
import { resolve } from "../document/reference.ts";
import { isObject } from "../document/walk.ts";
import { parseRateLimit } from "./rate-limit.ts";

/** What operations share, so that the table says it once. */
interface Profile {
  burst?: number;
  steady?: number;
  daily?: number;
  accept?: string | undefined;
  contentType?: string | undefined;
  explode?: string[] | undefined;
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
  const paths = new Map<string, Record<string, number>>();
  for (const entry of listOperations(document)) {
    const key = JSON.stringify(profileOf(document, entry));
    if (!indexes.has(key)) indexes.set(key, indexes.size);
    const { method, path } = entry;
    paths.set(path, { ...paths.get(path), [method.toUpperCase()]: indexes.get(key) ?? 0 });
  }
  const profiles = [...indexes.keys()].map((key): Profile => JSON.parse(key));
  return { revision: document.info?.version ?? "", profiles, paths: Object.fromEntries(paths) };
}

/** As TypeScript, one path a line: small diffs, and what repeats compresses well. */
export function renderOperationTable({ revision, profiles, paths }: OperationTable): string {
  const lines = (items: string[]): string => items.map((item) => `\n    ${item},`).join("");
  const profileLines = lines(profiles.map(renderInline));
  const pathLines = lines(
    Object.entries(paths).map(([path, methods]) => `${JSON.stringify(path)}: ${renderInline(methods)}`),
  );
  return `{\n  revision: ${JSON.stringify(revision)},\n  profiles: [${profileLines}\n  ],\n  paths: {${pathLines}\n  },\n}`;
}

/** The keys are names of ours and methods. */
function renderInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderInline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${key}: ${renderInline(member)}`);
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

function profileOf(document: OpenApiDocument, entry: OperationEntry): Profile {
  const { operation } = entry;
  const exploded = parametersOf(document, entry).filter(
    ({ in: place, style = "form", explode = style === "form", schema }) =>
      place === "query" && explode && mayBeArray(document, schema),
  );
  const body = operation.requestBody && resolve<RequestBody>(document, operation.requestBody);
  const accept = acceptedType(document, operation);
  const sent = preferredType(body?.content);
  return {
    ...parseRateLimit(operation["x-klaviyo-ratelimit"]),
    accept,
    contentType: sent === accept ? undefined : sent,
    explode: exploded.length > 0 ? exploded.map(({ name }) => name) : undefined,
  };
}

/** Whether a list is among what a schema allows, directly or behind references and compositions. */
function mayBeArray(document: OpenApiDocument, schema: unknown, inside: readonly unknown[] = []): boolean {
  const resolved = resolve<unknown>(document, schema);
  if (!isObject(resolved) || inside.includes(resolved)) return false;
  if ([resolved.type].flat().includes("array")) return true;
  return [resolved.allOf, resolved.anyOf, resolved.oneOf]
    .flatMap((schemas) => (Array.isArray(schemas) ? schemas : []))
    .some((member) => mayBeArray(document, member, [...inside, resolved]));
}

/** The media type of what a success answers; where that has no body, the one in which errors are told. */
function acceptedType(document: OpenApiDocument, { responses = {} }: Operation): string | undefined {
  const statuses = Object.keys(responses).filter((status) => !status.startsWith("x-"));
  const order = (status: string) => (status.startsWith("2") ? 0 : status === "default" ? 1 : 2);
  statuses.sort((a, b) => order(a) - order(b));
  const contents = statuses.map((status) => resolve<Response>(document, responses[status] ?? {}).content ?? {});
  return preferredType(contents.find((content) => Object.keys(content).length > 0));
}

/** JSON, which is what the client reads and writes, before what happens to be the first. */
function preferredType(content: Record<string, MediaType> | undefined): string | undefined {
  const types = Object.keys(content ?? {});
  return types.find((type) => /^[^;]*[/+]json\s*(;|$)/i.test(type)) ?? types[0];
}
