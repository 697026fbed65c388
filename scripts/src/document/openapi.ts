/** The part of OpenAPI 3.0 and 3.1 that the pipeline reads. Everything is optional, because documents come from outside. */
export interface OpenApiDocument {
  openapi: string;
  info?: { title?: string; version?: string };
  paths: Record<string, PathItem>;
  components?: Components;
  [extension: string]: unknown;
}

export interface Components {
  schemas?: Record<string, Schema | Reference>;
  parameters?: Record<string, Parameter | Reference>;
  responses?: Record<string, Response | Reference>;
  requestBodies?: Record<string, RequestBody | Reference>;
  [kind: string]: Record<string, unknown> | undefined;
}

export interface Reference {
  $ref: string;
  [sibling: string]: unknown;
}

export type PathItem = { parameters?: (Parameter | Reference)[] } & Partial<Record<Method, Operation>>;

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof methods)[number];

export interface Operation {
  operationId?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
  tags?: string[];
  deprecated?: boolean;
  "x-klaviyo-ratelimit"?: { burst?: string; steady?: string; daily?: string };
  "x-klaviyo-scopes"?: string[];
  "x-klaviyo-operation-aliases"?: string[];
  "x-klaviyo-filters"?: Record<string, Filter>;
}

export interface Filter {
  /** Operators by what they compare with: one value, a list of values, or nothing. */
  operators: { single?: string[]; list?: string[]; none?: string[] };
  value?: Schema;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  style?: string;
  explode?: boolean;
  schema?: Schema | Reference;
  content?: Record<string, MediaType>;
}

export interface RequestBody {
  required?: boolean;
  content?: Record<string, MediaType>;
}

export interface Response {
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema?: Schema | Reference;
}

export interface Schema {
  type?: string | string[];
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema | Reference>;
  items?: Schema | Reference;
  [keyword: string]: unknown;
}
