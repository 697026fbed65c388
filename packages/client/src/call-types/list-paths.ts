import type { AnswerBody } from "./answer.ts";
import type { AnyApi, OperationAt, PathsOf } from "./api.ts";

/** The paths whose `GET` answers with a list. */
export type ListPathsOf<Api extends AnyApi> = {
  [Path in PathsOf<Api, "GET">]: [AnswerBody<OperationAt<Api, "GET", Path>>] extends [{ data: readonly unknown[] }]
    ? Path
    : never;
}[PathsOf<Api, "GET">];
