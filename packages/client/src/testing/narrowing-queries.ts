/** A query as the compiler reads it and as the client gets it. */
export interface WrittenQuery {
  text: string;
  value: Record<string, unknown>;
  /** Whether the text alone tells what is asked for. */
  isLiteral: boolean;
}

/** A list as the compiler reads it and as it is at run time. */
interface WrittenList {
  text: string;
  value: (string | undefined)[] | undefined;
}

type Lists = Record<string, WrittenList>;

/** The words that an operation knows for `include` and for each `fields[…]`. */
export type Words = Readonly<Record<string, readonly string[]>>;

/**
 * The queries to try with an operation: every single field, some and all of them, with and without `include`, and lists
 * of which the compiler cannot know every word. Not `string[]`, of which it knows none: that has the full type.
 */
export function narrowingQueries(words: Words): WrittenQuery[] {
  return [...literalQueries(words), ...uncertainQueries(words)];
}

function literalQueries(words: Words): WrittenQuery[] {
  const { include, ...fieldsets } = words;
  const asked: Lists = include ? { include: literal(include) } : {};
  const everything = Object.fromEntries(Object.entries(fieldsets).map(([name, fields]) => [name, literal(fields)]));
  const single = Object.entries(fieldsets).flatMap(([name, fields]) =>
    fields.map((field) => ({ ...asked, [name]: literal([field]) })),
  );
  const some = Object.entries(fieldsets).flatMap(([name, fields]) => {
    const list = literal(fields.filter((_, index) => index % 2 === 0));
    return [{ [name]: list }, { ...asked, [name]: list }];
  });
  return [{}, asked, everything, { ...asked, ...everything }, ...single, ...some].map((lists) => written(lists, true));
}

function uncertainQueries(words: Words): WrittenQuery[] {
  const { include } = words;
  const asked: Lists = include ? { include: literal(include) } : {};
  return Object.entries(words).flatMap(([name, list]) =>
    uncertainLists(list).map((uncertain) => written({ ...asked, [name]: uncertain }, false)),
  );
}

function uncertainLists(words: readonly string[]): WrittenList[] {
  const [first, last] = [words[0], words.at(-1)].map((word) => JSON.stringify(word));
  const [one, other] = [words.slice(0, 1), words.slice(-1)];
  return [
    { text: `[${first} as ${first} | ${last}]`, value: one },
    { text: `[${first} as string]`, value: one },
    { text: `[${first}, ...([${last}] as string[])]`, value: [...one, ...other] },
    { text: `[...([${first}] as (${first} | ${last})[]), ${last}]`, value: [...one, ...other] },
    { text: `[] as readonly (${first} | ${last})[]`, value: [] },
    { text: `[${last}] as [${first}] | [${last}]`, value: other },
    { text: `[] as [${first}] | []`, value: [] },
    { text: `[${first}] as [${first}] | undefined`, value: one },
    { text: `undefined as [${first}] | undefined`, value: undefined },
    { text: "[]", value: [] },
    { text: `[${first} as ${first} | undefined, ${last}]`, value: [undefined, ...other] },
    { text: `[${first} as ${first} | undefined]`, value: [undefined] },
    { text: `[...([] as ${first}[]), ${last}]`, value: other },
    { text: `[...([] as ${first}[]), ${last} as ${last} | undefined]`, value: [undefined] },
  ];
}

function literal(words: readonly string[]): WrittenList {
  return { text: JSON.stringify(words), value: [...words] };
}

function written(lists: Lists, isLiteral: boolean): WrittenQuery {
  const entries = Object.entries(lists);
  const text = `{ ${entries.map(([name, list]) => `${JSON.stringify(name)}: ${list.text}`).join(", ")} }`;
  return { text, value: Object.fromEntries(entries.map(([name, { value }]) => [name, value])), isLiteral };
}
