/** A path of a type as a sentence names it: "`data.attributes.price` of the request body", of a `label` where it is one's. */
export function placeName(path: readonly string[], part: "request" | "response", label?: string): string {
  const [root = "", ...rest] = path;
  const owner = label ? ` of ${label}` : "";
  if (["path", "query", "header", "cookie"].includes(root)) {
    const [name = "", ...inner] = rest;
    const parameter = `the ${root} parameter \`${name}\`${owner}`;
    return inner.length > 0 ? `\`${join(inner)}\` of ${parameter}` : parameter;
  }
  const [, ...inner] = rest;
  const whole = `${part === "request" ? "the request body" : `the ${root} answer`}${owner}`;
  if (rest[0] === "headers" && part === "response") return `the header \`${join(inner)}\` of ${whole}`;
  return inner.length > 0 ? `\`${join(inner)}\` of ${whole}` : whole;
}

function join(path: readonly string[]): string {
  return path.map((step, index) => (step === "[]" || index === 0 ? step : `.${step}`)).join("");
}
