import type { AnyApi, OperationAt, PathsOf } from "../../call-types/api.ts";
import type { CallBody } from "../../call-types/call-init.ts";

/** What a bulk job does with its records. */
export type JobAction = "create" | "update" | "delete";

/** What {@link bulk} does with records; `upsert` creates those that do not exist and updates the others. */
export type BulkAction = JobAction | "upsert";

/** The types of records that there are bulk jobs for. */
export type BulkType = "catalog-item" | "catalog-variant" | "catalog-category";

type JobsPath<Action extends string, Type extends string> =
  | `/api/${Type}-bulk-${Action}-jobs`
  | `/api/${Type}-bulk-${Action}-jobs/`;

type JobBody<Api extends AnyApi, Action extends string, Type extends string> = CallBody<
  OperationAt<Api, "POST", PathsOf<Api, "POST"> & JobsPath<Action, Type>>
>;

type ResourceInBody<Sent> = Sent extends { data: { attributes: infer Kinds } }
  ? Kinds[keyof Kinds] extends { data: readonly (infer Resource)[] }
    ? Resource
    : never
  : never;

/** A record with its attributes beside its `id` and `relationships`. */
type Flat<Resource> = Resource extends { attributes: infer Attributes }
  ? Attributes & Omit<Resource, "attributes" | "type">
  : Omit<Resource, "type">;

type EitherShape<Resource> = Resource | Flat<Resource>;

/**
 * A record that {@link bulk} takes, by the revision's own schema: in the shape of the document
 * (`{ type, attributes, relationships }`), or flat (`{ external_id, title, … }`). An update and a delete name it by `id`;
 * an upsert takes what a create takes.
 */
export type BulkRecord<Api extends AnyApi, Action extends BulkAction, Type extends BulkType> = EitherShape<
  ResourceInBody<JobBody<Api, Action extends "upsert" ? "create" : Action, Type>>
>;

/** Where the records come from; it is read no further ahead than the jobs in progress need. */
export type BulkSource<Given> = Iterable<Given> | AsyncIterable<Given> | ReadableStream<Given>;
