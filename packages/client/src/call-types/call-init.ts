import type { RetrySettings, Timeouts } from "../policies/call-settings.ts";
import type { FilterSpec, TermsOf } from "../request/filter.ts";
import type { HeadersOptions } from "../request/headers.ts";
import type { Middleware } from "../request/openapi-fetch.ts";

/** What goes to `fetch` as it is: `cache`, `credentials`, `keepalive` …, and what your own types add to `RequestInit`. */
export interface FetchOptions extends Omit<RequestInit, "body" | "headers" | "method" | "signal"> {}

/** What every call takes besides its own parameters. */
export interface CallOptions extends FetchOptions {
  /** Added to the client's headers; these win. Any name is accepted, since yours may be one that no document knows. */
  headers?: HeadersOptions | undefined;
  /** Stops the call, its retries and its waiting; it then rejects with the signal's reason. */
  signal?: AbortSignal | null | undefined;
  /** openapi-fetch middleware for this call alone. */
  middleware?: readonly (Middleware | undefined)[] | undefined;
  /** Milliseconds for this call instead of the client's; a number is the time of an attempt. */
  timeout?: Timeouts | number | undefined;
  /** How this call is repeated when it fails, instead of what the client does; `false`: not at all. */
  retry?: RetrySettings | false | undefined;
}

/** A list that is sent comma-separated: the document's words, or any strings when nothing is known at compile time. */
type List<Words> = readonly Words[] | WideStrings;

/**
 * `string[]` fits; an array of literals does not, because `indexOf` is no method here and so compared strictly, and
 * neither does a string.
 */
interface WideStrings {
  readonly indexOf: (word: string) => number;
  readonly join: (separator: string) => string;
}

/** The query an operation takes; `Filters` are the filters of its path. */
export type QueryOf<Operation, Filters> = [Operation] extends [{ parameters: { query?: infer Declared } }]
  ? [Declared] extends [undefined]
    ? NoQuery
    : Query<NonNullable<Declared>, Filters>
  : NoQuery;

/** The query of a call that has none. */
// biome-ignore lint/complexity/noBannedTypes: the one type that every query of optional keys accepts
export type NoQuery = {};

type Query<Declared, Filters> = {
  [Name in keyof Declared]: Name extends "filter"
    ? string & FilterSpec<TermsOf<Filters>>
    : NonNullable<Declared[Name]> extends readonly (infer Words)[]
      ? List<Words>
      : Declared[Name];
};

/** Path and header parameters, which are not generic: as the document says them. */
type Params<Operation> = [Operation] extends [{ parameters: infer Parameters }]
  ? { [In in keyof Parameters as In extends "query" | "cookie" ? never : In]: Parameters[In] }
  : never;

type Body<Operation> = [Operation] extends [{ requestBody: { content: infer Content } }]
  ? { body: Content[keyof Content] }
  : [Operation] extends [{ requestBody?: { content: infer Content } }]
    ? { body?: Content[keyof Content] }
    : { body?: undefined };

type Required<Operation> = (object extends Params<Operation>
  ? { params?: Params<Operation> }
  : { params: Params<Operation> }) &
  Body<Operation>;

/** Asks for impossible values under the keys that the operation does not know. */
type Checked<Query, Known> = {
  [Name in keyof Query]: Name extends Known ? Query[Name] : UnknownQueryParameter<Name>;
};

declare const impossible: unique symbol;

/** No value has this type: its name is what the compiler says about a misspelled key. */
interface UnknownQueryParameter<Name> {
  readonly [impossible]: Name;
}

/** The second argument of a call. */
export type CallInit<Operation, Query, Known> = CallOptions & {
  params?: { query?: Query } & { query?: Checked<Query, keyof Known> };
} & Required<Operation>;

/** The path of an operation that can be called with nothing else. */
export type PathAlone<Path, Operation> =
  object extends Required<Operation> ? Path : `${Path & string} needs a second argument`;
