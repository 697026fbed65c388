import { encoded } from "./encoded.ts";

/**
 * A path with its parameters in place, encoded.
 *
 * @throws {TypeError} for a value that would make it another path: nothing, `.` or `..`, which URLs resolve.
 */
export function pathString(template: string, parameters: Record<string, unknown> = {}): string {
  // every second part is a name
  const parts = template.split(/[{}]/);
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] as string;
    const text = String(parameters[name] ?? "");
    if (/^\.{0,2}$/.test(text)) throw new TypeError(`"${text}" cannot be the path parameter ${name} of ${template}`);
    parts[index] = encoded(text, name);
  }
  return parts.join("");
}
