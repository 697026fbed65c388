/** The widest that a line becomes before its value is divided. */
const width = 90;

export interface PrintOptions {
  /** `code`: names are quoted only where TypeScript asks for it, and lists end with a comma. */
  as: "code" | "json";
  /** Characters before the first line, for its width. */
  before?: number;
  /** Spaces before every other line. */
  indent?: number;
}

/** A value as code or JSON: on one line where it fits, otherwise a line for each member, as a formatter does it. */
export function printValue(value: unknown, options: PrintOptions): string {
  const { as, before = 0, indent = 0 } = options;
  const short = inline(value, as);
  if (before + short.length < width || typeof value !== "object" || value === null) return short;
  const inner = indent + 2;
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((entry) => printValue(entry, { as, indent: inner, before: inner }))
    : Object.entries(value).map(([name, member]) => {
        const key = `${propertyName(name, as)}: `;
        return key + printValue(member, { as, indent: inner, before: inner + key.length });
      });
  const lines = members.map((member) => `\n${" ".repeat(inner)}${member}`).join(",");
  return `${isList ? "[" : "{"}${lines}${as === "code" ? "," : ""}\n${" ".repeat(indent)}${isList ? "]" : "}"}`;
}

function inline(value: unknown, as: PrintOptions["as"]): string {
  if (Array.isArray(value)) return `[${value.map((entry) => inline(entry, as)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).map(([name, member]) => `${propertyName(name, as)}: ${inline(member, as)}`);
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

function propertyName(name: string, as: PrintOptions["as"]): string {
  return as === "code" && /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
