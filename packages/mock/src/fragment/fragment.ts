/**
 * The fragment as the generator writes it into `src/generated/<revision>.ts`: structure without prose,
 * corrections applied. Everything the mock knows about the API's shapes comes from here.
 */
export interface Fragment {
  revision: string;
  operations: readonly OperationFragment[];
  schemas: Readonly<Record<string, Schema>>;
}

export interface OperationFragment {
  operationId: string;
  method: string;
  path: string;
  parameters: readonly ParameterFragment[];
  body?: BodyFragment;
  /** Keyed by status or range of statuses (`"200"`, `"4XX"`); an answer without a body has no content type. */
  responses: Readonly<Record<string, ResponseFragment>>;
  rateLimit: RateLimitFragment;
  scopes: readonly string[];
  /** Keyed by the field that may be filtered. */
  filters?: Readonly<Record<string, FilterFragment>>;
}

export interface ParameterFragment {
  name: string;
  in: "query" | "path" | "header";
  required: boolean;
  explode: boolean;
  schema: Schema;
}

export interface BodyFragment {
  required: boolean;
  contentType: string;
  schema: Schema;
}

export interface ResponseFragment {
  contentType?: string;
  schema?: Schema;
}

export interface RateLimitFragment {
  /** Requests a second. */
  burst?: number;
  /** Requests a minute. */
  steady?: number;
  /** Requests a day. */
  daily?: number;
}

export interface FilterFragment {
  /** `single` operators take one value, `list` operators an array, `none` operators only the field: `has(media)`. */
  operators: {
    readonly single?: readonly string[];
    readonly list?: readonly string[];
    readonly none?: readonly string[];
  };
  /** Not given where no operator takes a value. */
  value?: Schema;
}

/** An OpenAPI 3.0 schema object; only what the fragments use is named. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly [keyword: string]: unknown;
}

/** What the API answers with where no operation says otherwise. */
export const defaultContentType = "application/vnd.api+json";
