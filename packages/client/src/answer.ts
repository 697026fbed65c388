/** The body of an operation's 2xx answer; `undefined` where it has none. */
type BodyOf<Operation> = Operation extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201 | 202 | 204)] extends { content: infer Content }
    ? Content[keyof Content]
    : undefined
  : never;

/** The words of a list written as literals; `never` when it is empty, absent or only known at run time. */
type WordsOf<List> = List extends readonly string[] ? (number extends List["length"] ? never : List[number]) : never;

type Fieldset<Attributes, Words> = [Words] extends [never]
  ? Attributes
  : { [Name in keyof Attributes as Name & Words]-?: Exclude<Attributes[Name], undefined> };

/** One resource with the attributes that its `fields[type]` asks for. */
type NarrowResource<Resource, Query> = Resource extends { type: infer Type extends string; attributes: unknown }
  ? `fields[${Type}]` extends keyof Query
    ? {
        [Name in keyof Resource]: Name extends "attributes"
          ? Fieldset<Resource[Name], WordsOf<Query[`fields[${Type}]`]>>
          : Resource[Name];
      }
    : Resource
  : Resource;

type NarrowData<Data, Query> = Data extends readonly (infer Resource)[]
  ? NarrowResource<Resource, Query>[]
  : NarrowResource<Data, Query>;

type ResourceOf<Data> = Data extends readonly (infer Resource)[] ? Resource : Data;

/** The types of resources behind the relationships that are included. */
type TypesBehind<Resource, Names> = Resource extends { relationships?: infer Relationships }
  ? NonNullable<Relationships> extends infer All
    ? All[keyof All & Names] extends infer Relationship
      ? Relationship extends { data?: infer Linkage } | undefined
        ? ResourceOf<NonNullable<Linkage>> extends { type: infer Type }
          ? Type
          : never
        : never
      : never
    : never
  : never;

/** What `included` holds: exists only when asked for, and then holds only what was asked for. */
type Included<Document, Query> = Document extends { data: infer Data; included?: (infer Resource)[] }
  ? "include" extends keyof Query
    ? [WordsOf<Query["include"]>] extends [never]
      ? Query["include"] extends readonly []
        ? unknown
        : { included?: NarrowResource<Resource, Query>[] }
      : {
          included: NarrowResource<
            Extract<Resource, { type: TypesBehind<ResourceOf<Data>, WordsOf<Query["include"]>> }>,
            Query
          >[];
        }
    : unknown
  : unknown;

/** A document as the query shapes it. */
type NarrowDocument<Document, Query> = Document extends { data: infer Data }
  ? {
      [Name in keyof Document as Name extends "included" ? never : Name]: Name extends "data"
        ? NarrowData<Data, Query>
        : Document[Name];
    } & Included<Document, Query>
  : Document;

/** The body of an answer to this operation, called with this query. */
export type Answer<Operation, Query> = NarrowDocument<BodyOf<Operation>, Query>;
