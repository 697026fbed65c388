/** What is printed in one line has at most so many characters. */
const width = 72;

/** A value of JSON as an expression of TypeScript, in the layout of a formatter. */
export function printValue(value: unknown): string {
  if (Array.isArray(value)) return printList("[", value.map(printValue), "]", "");
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return printObject(Object.entries(value).map(([key, one]) => [key, printValue(one)]));
}

/** An object of properties whose values are expressions already. */
export function printObject(properties: readonly (readonly [string, string])[]): string {
  return printList(
    "{",
    properties.map(([key, value]) => `${printKey(key)}: ${value}`),
    "}",
    " ",
  );
}

/** An object with a line for each of its properties. */
export function printBlock(properties: readonly (readonly [string, string])[]): string {
  return `{\n${properties.map(([key, value]) => `${indent(`${printKey(key)}: ${value}`)},\n`).join("")}}`;
}

export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

function printKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function printList(open: string, parts: readonly string[], close: string, space: string): string {
  const line = `${open}${space}${parts.join(", ")}${space}${close}`;
  if (parts.length === 0) return `${open}${close}`;
  if (line.length <= width && !line.includes("\n")) return line;
  return `${open}\n${parts.map((part) => `${indent(part)},\n`).join("")}${close}`;
}
