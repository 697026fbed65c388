import type { Result } from "../answers/result.ts";
import type { Clock } from "../basics/clock.ts";
import type { Answer } from "../call-types/answer.ts";
import type { CallInit, NoQuery, PathAlone, QueryOf } from "../call-types/call-init.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import type { Middleware } from "../request/openapi-fetch.ts";

/** The filters of a path. */
export type FiltersOf<Filters, Path> = [Path] extends [keyof Filters] ? Filters[Path] : never;

/** Calls of one HTTP method, by path. */
export interface Call<Routes, Filters> {
  <
    Path extends keyof Routes,
    const Query extends QueryOf<Routes[Path], FiltersOf<Filters, Path>> = Extract<
      NoQuery,
      QueryOf<Routes[Path], FiltersOf<Filters, Path>>
    >,
  >(
    path: Path,
    init: CallInit<Routes[Path], Query, QueryOf<Routes[Path], FiltersOf<Filters, Path>>>,
  ): Promise<Result<Answer<Routes[Path], Query>>>;
  <Path extends keyof Routes>(path: PathAlone<Path, Routes[Path]>): Promise<Result<Answer<Routes[Path], NoQuery>>>;
}

/** The operations of a method, by path. */
export type RoutesOf<Routes, Method extends string> = Method extends keyof Routes
  ? Routes[Method]
  : Record<never, never>;

/** A client of the API: one method per HTTP method, keyed by the document's paths. */
export interface Client<Routes, Filters> {
  readonly GET: Call<RoutesOf<Routes, "GET">, Filters>;
  readonly POST: Call<RoutesOf<Routes, "POST">, Filters>;
  readonly PUT: Call<RoutesOf<Routes, "PUT">, Filters>;
  readonly PATCH: Call<RoutesOf<Routes, "PATCH">, Filters>;
  readonly DELETE: Call<RoutesOf<Routes, "DELETE">, Filters>;
  /** Adds openapi-fetch middleware; it sees each call once, outside retries. */
  use(...middleware: (Middleware | undefined)[]): void;
  /** Removes middleware added with `use`. */
  eject(...middleware: (Middleware | undefined)[]): void;
  /** The operations this client knows: revision, paths, limits and media types. */
  readonly operations: OperationTable;
  /** Where its retries, limits and timeouts take time from; `waitForJob` takes it, too. */
  readonly clock: Clock;
  /** Where it sends its calls. */
  readonly baseUrl: string;
}
