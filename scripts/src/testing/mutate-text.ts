/** Numbers from a seed, the same every time (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Json = Record<string, unknown>;

/** What is put in the place of something else: wrong kinds, hostile references, keys that are no ordinary keys. */
const replacements: unknown[] = [
  null,
  7,
  "",
  "text",
  true,
  [],
  {},
  [[]],
  { $ref: "#/components/schemas/None" },
  { $ref: "#" },
  { $ref: "#/paths" },
  { $ref: "#/components" },
  { $ref: "file:///etc/passwd" },
  { $ref: "../../package.json#/name" },
  { $ref: "http://127.0.0.1:1/x.json" },
  { $ref: 7 },
  { type: "nonsense" },
  { type: ["string", "null"] },
  { allOf: "x" },
  { oneOf: [null] },
  { properties: [] },
  { enum: {} },
  { enum: [] },
  { constructor: { prototype: {} } },
  { toString: "x", valueOf: null },
  JSON.parse('{ "__proto__": { "polluted": true } }'),
];

/** Changes one thing somewhere in a document, in place. */
export function mutateDocument(document: unknown, random: () => number): void {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  let holder = document as Json;
  // Deeper most of the time, so that what is changed is seldom the document's top.
  for (;;) {
    const inner = Object.values(holder).filter((child) => typeof child === "object" && child !== null) as Json[];
    if (inner.length === 0 || random() < 0.12) break;
    holder = pick(inner);
  }
  const keys = Object.keys(holder);
  const key = keys.length > 0 ? pick(keys) : "added";
  const action = random();
  if (action < 0.2) delete holder[key];
  else if (action < 0.75) holder[key] = pick(replacements);
  else if (action < 0.85)
    holder[pick(["$ref", "__proto__x", "constructor", "allOf", "type", "enum"])] = pick(replacements);
  else if (action < 0.95) holder[key] = holder;
  else holder[`${key} `] = holder[key];
}

/** Breaks a text somewhere: cut off, bytes changed, a part repeated, YAML's own signs put in. */
export function mutateText(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const length = Math.floor(random() * 200);
  const signs = [
    "\t",
    "&a ",
    "*a ",
    "<<: *a\n",
    "{",
    "]",
    '"',
    "\0",
    "\ufeff",
    "---\n",
    "!!js/function x ",
    "? ",
    ": ",
    "%YAML 3\n",
  ];
  const sign = signs[Math.floor(random() * signs.length)] ?? "";
  const kind = random();
  if (kind < 0.25) return text.slice(0, at);
  if (kind < 0.5) return text.slice(0, at) + sign + text.slice(at);
  if (kind < 0.7) return text.slice(0, at) + text.slice(at + length);
  if (kind < 0.85) return text.slice(0, at) + text.slice(at, at + length).repeat(3) + text.slice(at);
  return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 65_536)) + text.slice(at + 1);
}
