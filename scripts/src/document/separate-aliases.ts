import { SpecError } from "./spec-error.ts";

/** An anchor, or a word in a text that looks like one. */
const anchor = /(^|[\s,[{])&\S/;

/** Enough for parts that are written once and used often, far too little for a document that unfolds into billions. */
const maxCopies = 1_000_000;

/**
 * Makes every part of the value that was read from a YAML text its own object. All aliases of an anchor are the same one when they are read, so that
 * a change in one place would be a change in all.
 */
export function separateAliases(value: unknown, text: string, file: string): unknown {
  if (!anchor.test(text)) return value;
  const seen = new Set<object>();
  let copies = 0;
  const fail = (reason: string) =>
    new SpecError(`${file}:1: not usable YAML: ${reason}; write the repeated part out, or as a component`);

  const copy = (part: unknown, inside: readonly object[]): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (inside.includes(part)) throw fail("an alias contains itself");
    copies += 1;
    if (copies > maxCopies) throw fail("its aliases unfold into too much");
    const around = [...inside, part];
    if (Array.isArray(part)) return part.map((item) => copy(item, around));
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, copy(child, around)]));
  };
  const separate = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    seen.add(part);
    for (const [key, child] of Object.entries(part)) {
      if (typeof child !== "object" || child === null) continue;
      if (seen.has(child)) (part as Record<string, unknown>)[key] = copy(child, []);
      else separate(child);
    }
  };
  separate(value);
  return value;
}
