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

type AttributesOf<Resource> = Resource extends { attributes: infer Attributes } ? Attributes : never;

type EveryKey<Type> = Type extends unknown ? keyof Type : never;

type NoAttributes<Keys> = { readonly [Key in Keys & string]?: { "is no attribute": Key } };

/**
 * A record without attributes that the revision does not know: the API refuses the whole record for one of them, also
 * for a misspelled one. A delete sends nothing but ids, and symbols are never sent, so that they can carry what a program
 * wants to find in the outcome again. A function that is generic in its records takes {@link BulkRecord} instead, because
 * nothing can be said of the attributes of a type that is still open.
 */
export type KnownAttributes<Given, Known, Action extends BulkAction> = Action extends "delete"
  ? unknown
  : Given extends { attributes: infer Own }
    ? { attributes: NoAttributes<Exclude<keyof Own, EveryKey<AttributesOf<Known>>>> }
    : NoAttributes<Exclude<keyof Given, EveryKey<Known>>>;

/** Where the records come from; it is read no further ahead than the jobs in progress need. */
export type BulkSource<Given> = ReadableStream<Given> | AsyncIterable<Given> | Iterable<Given>;
