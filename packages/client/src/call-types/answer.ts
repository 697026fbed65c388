/** The body of an operation's 2xx answer; `undefined` where it has none. */
export type AnswerBody<Operation> = Operation extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201 | 202 | 204)] extends { content: infer Content }
    ? Content[keyof Content]
    : undefined
  : never;

/** What an object has under a name: several types when it may be one of several, `undefined` among them for none. */
export type PropertyOf<Type, Name> = Type extends unknown ? (Name extends keyof Type ? Type[Name] : undefined) : never;

/** What the client leaves out of the URL. */
type Absent = null | undefined;

/** The elements of a list that are there whatever happens at run time: all of a tuple but what is spread in it. */
type Fixed<List> = List extends readonly unknown[]
  ? number extends List["length"]
    ? List extends readonly [infer First, ...infer Rest]
      ? readonly [First, ...Fixed<Rest>]
      : List extends readonly [...infer Rest, infer Last]
        ? readonly [...Fixed<Rest>, Last]
        : readonly []
    : List
  : readonly [];

/** `true` if one of these lists may ask for nothing, and `never` if all of them hold a word. */
type MayBeEmpty<Lists> = Lists extends readonly [string, ...string[]]
  ? never
  : [FixedWords<Fixed<Lists>>] extends [never]
    ? true
    : never;

type FixedWords<List extends readonly unknown[]> = {
  [Index in keyof List]-?: List[Index] extends string ? List[Index] : never;
}[number];

/** The words that a query may ask for; any, when it may ask for nothing in particular. */
type PossibleWords<Lists> = [MayBeEmpty<Lists>] extends [never]
  ? Lists extends readonly (infer Words)[]
    ? Exclude<Words, Absent>
    : never
  : string;

/** The words that a query asks for whatever happens at run time: those that every one of its lists holds. */
type SureWords<Lists> = (Lists extends unknown ? (words: SureWordsOf<Fixed<Lists>>) => void : never) extends (
  words: infer Words,
) => void
  ? Words
  : never;

type SureWordsOf<List extends readonly unknown[]> = {
  [Index in keyof List]-?: string extends List[Index] ? never : Single<List[Index]>;
}[number];

/** A word, unless it is one of several. */
type Single<Word, All = Word> = Word extends unknown ? ([All] extends [Word] ? Word : never) : never;

/** Those words whose attributes an answer always has: an absent value is `null` there, or the attribute is required. */
type Present<Attributes, Words> = {
  [Name in keyof Attributes & Words]: null extends Attributes[Name]
    ? Name
    : undefined extends Attributes[Name]
      ? never
      : Name;
}[keyof Attributes & Words];

type Fieldset<Attributes, Sure, Possible> = [Possible] extends [Sure]
  ? { [Name in keyof Attributes as Name & Sure]-?: Exclude<Attributes[Name], undefined> }
  : { [Name in keyof Attributes as Name & Sure]-?: Exclude<Attributes[Name], undefined> } & {
        [Name in keyof Attributes as Name & Possible]?: Attributes[Name];
      } extends infer Both
    ? // one object reads better than two, of which the first wins
      { [Name in keyof Both]: Both[Name] }
    : never;

/** One resource with the attributes that its `fields[type]` asks for. */
type NarrowResource<Resource, Query> = Resource extends { type: infer Type extends string; attributes: unknown }
  ? WithFields<Resource, PropertyOf<Query, `fields[${Type}]`>>
  : Resource;

// of `string[]` nothing is known, so nothing is narrowed
type WithFields<Resource extends { attributes: unknown }, Lists> = [Lists] extends [Absent | readonly Absent[]]
  ? Resource
  : string[] extends Lists
    ? Resource
    : {
        [Name in keyof Resource]: Name extends "attributes"
          ? Fieldset<Resource[Name], Present<Resource[Name], SureWords<Lists>>, PossibleWords<Lists>>
          : Resource[Name];
      };

type NarrowData<Data, Query> = Data extends readonly (infer Resource)[]
  ? NarrowResource<Resource, Query>[]
  : NarrowResource<Data, Query>;

type OneOf<Data> = Data extends readonly (infer Resource)[] ? Resource : Data;

/** The types of resources behind relationships; any type where the document does not tell. */
type TypesBehind<Resource, Names> = Resource extends { relationships?: infer Relationships }
  ? TypeBehind<NonNullable<Relationships>, Names>
  : never;

type TypeBehind<Relationships, Name> = Name extends keyof Relationships
  ? Relationships[Name] extends { data?: Linkage<infer Type> } | undefined
    ? Type
    : string
  : string;

type Linkage<Type> = { type: Type } | readonly { type: Type }[] | null;

/** What `included` holds: exists only when asked for, and then holds only what was asked for. */
type Included<Full, Query, Lists> = [Lists] extends [Absent | readonly Absent[]]
  ? unknown
  : Full extends { data: infer Data; included?: (infer Resource)[] }
    ? NarrowResource<
        Extract<Resource, { type: TypesBehind<OneOf<Data>, PossibleWords<Lists>> }>,
        Query
      > extends infer Found
      ? [MayBeEmpty<Lists>] extends [never]
        ? { included: Found[] }
        : { included?: Found[] }
      : never
    : unknown;

/** A document as the query shapes it. */
type NarrowDocument<Full, Query> = Full extends { data: infer Data }
  ? {
      [Name in keyof Full as Name extends "included" ? never : Name]: Name extends "data"
        ? NarrowData<Data, Query>
        : Full[Name];
    } & Included<Full, Query, PropertyOf<Query, "include">>
  : Full;

/** The body of an answer to this operation, called with this query. */
export type Answer<Operation, Query> = NarrowDocument<AnswerBody<Operation>, Query>;

/** The resource that an answer holds, once or in a list. */
export type ResourceIn<Answered> = Answered extends { data: infer Data } ? OneOf<Data> : never;
