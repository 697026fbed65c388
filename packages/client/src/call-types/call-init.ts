import type { RetrySettings, Timeouts } from "../policies/call-settings.ts";
import type { FilterSpec, TermsOf } from "../request/filter.ts";
import type { HeadersOptions } from "../request/headers.ts";
import type { Middleware } from "../request/openapi-fetch.ts";
import type { PropertyOf } from "./answer.ts";

/** What goes to `fetch` as it is: `cache`, `credentials`, `keepalive` …, and what your own types add to `RequestInit`. */
export type FetchOptions = {
  [Name in Exclude<keyof RequestInit, "body" | "headers" | "method" | "signal">]?: RequestInit[Name] | undefined;
};

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
type List<Words> = readonly (Words | null | undefined)[] | WideStrings;

/**
 * `string[]` fits; an array of literals does not, because `indexOf` is no method here and so compared strictly, and
 * neither does a string.
 */
export interface WideStrings {
  readonly indexOf: (word: string) => number;
  readonly join: (separator: string) => string;
}

/** The query an operation takes; `Filters` are the filters of its path. */
export type Query<Operation, Filters> = [Operation] extends [{ parameters: { query?: infer Declared } }]
  ? [Declared] extends [undefined]
    ? NoQuery
    : QueryParameters<NonNullable<Declared>, Filters>
  : NoQuery;

/** The query of a call that has none. */
// biome-ignore lint/complexity/noBannedTypes: the one type that every query of optional keys accepts
export type NoQuery = {};

type QueryParameters<Declared, Filters> = {
  [Name in keyof Declared]:
    | (Name extends "filter"
        ? string & FilterSpec<TermsOf<Filters>>
        : NonNullable<Declared[Name]> extends readonly (infer Words)[]
          ? List<Words>
          : Declared[Name])
    | undefined;
};

/** Path and header parameters: as the document says them. */
type Params<Operation> = [Operation] extends [{ parameters: infer Declared }]
  ? { [In in keyof Declared as In extends "query" | "cookie" ? never : In]: Declared[In] }
  : never;

// `unknown` comes of `any`, which stands for every operation when the compiler compares whole methods
type WithBody<Operation> = [Operation] extends [{ requestBody: { content: infer Content } }]
  ? unknown extends Content
    ? { body?: unknown }
    : { body: Sendable<Content[keyof Content]> }
  : [Operation] extends [{ requestBody?: { content: infer Content } }]
    ? { body?: Sendable<Content[keyof Content]> | undefined }
    : { body?: undefined };

/** The body that an operation takes; `undefined` where it takes none. */
export type CallBody<Operation> = WithBody<Operation>["body"];

/** What JSON makes the same of: readonly lists, too, and `undefined` where a property may be missing. */
export type Sendable<Value> = Value extends readonly (infer One)[]
  ? readonly Sendable<One>[]
  : Value extends object
    ? { [Name in keyof Value]: Sendable<Value[Name]> | (undefined extends Value[Name] ? undefined : never) }
    : Value;

type Needed<Operation> = (object extends Params<Operation>
  ? { params?: Params<Operation> | undefined }
  : { params: Params<Operation> }) &
  WithBody<Operation>;

/**
 * The second argument of a call. `Init` is what the compiler infers of it, so that lists are read as tuples without
 * `as const`.
 */
export type CallInit<Operation, Filters, Init = unknown> = CallOptions & {
  params?:
    | ({
        query?:
          | ({
              [Name in keyof Query<Operation, Filters>]: Query<Operation, Filters>[Name] & AsConst<Init>;
            } & AsConst<Init>)
          | undefined;
      } & AsConst<Init>)
    | undefined;
} & Needed<Operation>;

/** The second argument as it may be given: as `undefined`, too, to a call that needs none. */
export type GivenInit<Operation, Filters, Init> =
  object extends Needed<Operation>
    ? CallInit<Operation, Filters, Init> | undefined
    : CallInit<Operation, Filters, Init>;

/**
 * Always `unknown`. While `Init` is not inferred yet, it is a type with a `const` parameter in it, which makes the
 * compiler read literals of that place as constants.
 */
type AsConst<Init> = [Init] extends [never] ? NoInfer<Init> : [Init] extends [unknown] ? unknown : never;

/**
 * Lets the compiler infer a call's second argument, and refuses queries with unknown keys. For any other argument it is
 * `unknown`, so that an object literal is checked against {@link CallInit} alone, which words errors best.
 */
export type Inferred<Init, Known> = [Init] extends [never]
  ? Init
  : 0 extends 1 & Init
    ? unknown
    : [Exclude<KeysOf<QueryIn<Init>>, KeysOf<Known>>] extends [never]
      ? unknown
      : { params?: { query?: UnknownQueryParameter<Exclude<KeysOf<QueryIn<Init>>, KeysOf<Known>>> } };

/** The query of a call's second argument; `undefined` where it may have none. */
export type QueryIn<Init> = PropertyOf<PropertyOf<Init, "params">, "query">;

type KeysOf<Type> = Type extends unknown ? keyof Type : never;

declare const impossible: unique symbol;

/** No value has this type: its name is what the compiler says about a misspelled key. */
interface UnknownQueryParameter<Name> {
  readonly [impossible]: Name;
}

/** The path of an operation that can be called with nothing else. */
export type PathAlone<Path, Operation> =
  object extends Needed<Operation> ? Path : `${Path & string} needs a second argument`;
