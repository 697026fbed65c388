import type { AnswerBody } from "./answer.ts";
import type { AnyApi, OperationAt, PathsOf } from "./api.ts";

/** A path whose `GET` answers with a list; the compiler says it of each of several paths. */
export type ListPath<Api extends AnyApi, Path extends PathsOf<Api, "GET">> = Path extends unknown
  ? [AnswerBody<OperationAt<Api, "GET", Path>>] extends [{ data: readonly unknown[] }]
    ? Path
    : `${Path & string} is no list`
  : never;
