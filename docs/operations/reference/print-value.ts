/** What is printed in one line has at most so many characters. */
const width = 72;

/** `code`: names are quoted only where TypeScript asks for it, and lists end with a comma. */
export type Language = "code" | "json";

type Property = readonly [name: string, value: string];

/** A value of JSON as code or JSON, in the layout of a formatter. */
export function printValue(value: unknown, language: Language = "code"): string {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => printValue(entry, language));
    return printList(["[", "]"], entries, language);
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const properties = Object.entries(value).map(([name, one]) => [name, printValue(one, language)] as const);
  return printObject(properties, language);
}

/** An object of properties whose values are printed already. */
export function printObject(properties: readonly Property[], language: Language = "code"): string {
  const entries = properties.map((property) => printProperty(property, language));
  return printList(["{ ", " }"], entries, language);
}

/** An object with a line for each of its properties, as code. */
export function printBlock(properties: readonly Property[]): string {
  return `{\n${properties.map((property) => `${indent(printProperty(property, "code"))},\n`).join("")}}`;
}

export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

function printProperty([name, value]: Property, language: Language): string {
  const isBare = language === "code" && /^[A-Za-z_$][\w$]*$/.test(name);
  return `${isBare ? name : JSON.stringify(name)}: ${value}`;
}

function printList([open, close]: [string, string], entries: readonly string[], language: Language): string {
  if (entries.length === 0) return `${open.trim()}${close.trim()}`;
  const line = `${open}${entries.join(", ")}${close}`;
  if (line.length <= width && !line.includes("\n")) return line;
  const last = language === "code" ? "," : "";
  return `${open.trim()}\n${entries.map(indent).join(",\n")}${last}\n${close.trim()}`;
}
