import type { Result } from "../answers/result.ts";
import type { Clock } from "../basics/clock.ts";
import type { Answer } from "../call-types/answer.ts";
import type { AnyApi, FiltersOf, OperationAt, PathsOf } from "../call-types/api.ts";
import type { CallInit, GivenInit, Inferred, NoQuery, PathAlone, Query, QueryIn } from "../call-types/call-init.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import type { Middleware } from "../request/openapi-fetch.ts";

/** Calls of one HTTP method, by path. */
export interface Call<Api extends AnyApi, Method extends string> {
  // the second one is what `Parameters` and `ReturnType` see
  <Path extends PathsOf<Api, Method>>(
    path: PathAlone<Path, OperationAt<Api, Method, Path>>,
  ): Promise<Result<Answer<OperationAt<Api, Method, Path>, NoQuery>>>;
  <Path extends PathsOf<Api, Method>, const Init = CallInit<OperationAt<Api, Method, Path>, FiltersOf<Api, Path>>>(
    path: Path,
    init: GivenInit<OperationAt<Api, Method, Path>, FiltersOf<Api, Path>, Init> &
      Inferred<Init, Query<OperationAt<Api, Method, Path>, FiltersOf<Api, Path>>>,
  ): Promise<Result<Answer<OperationAt<Api, Method, Path>, QueryIn<Init>>>>;
  /** For the compiler alone: tells helpers which API a client, or a part of one, is for. */
  readonly "~api"?: Api;
}

/** A client of the API: one method per HTTP method, keyed by the document's paths. */
export interface Client<Api extends AnyApi> {
  readonly GET: Call<Api, "GET">;
  readonly POST: Call<Api, "POST">;
  readonly PUT: Call<Api, "PUT">;
  readonly PATCH: Call<Api, "PATCH">;
  readonly DELETE: Call<Api, "DELETE">;
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

/** A part of a client, with whatever else is there: an object literal may have more in it. */
export type AndMore<Part> = Part | (Part & Record<string, unknown>);
