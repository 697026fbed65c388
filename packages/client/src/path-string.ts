/**
 * A path with its parameters in place, encoded.
 *
 * @throws {TypeError} for a value that would make it another path: nothing, `.` or `..`, which URLs resolve.
 */
export function pathString(template: string, parameters: Record<string, unknown> = {}): string {
  return template.replace(/{(.*?)}/g, (_, name: string) => {
    const text = String(parameters[name] ?? "");
    if (/^\.{0,2}$/.test(text)) throw new TypeError(`"${text}" cannot be the path parameter ${name} of ${template}`);
    return encodeURIComponent(text);
  });
}
