/** A path of a type as a sentence names it: "`data.attributes.price` of the request". */
export function placeName(path: readonly string[], direction: "request" | "response"): string {
  const [root = "", ...rest] = path;
  if (["path", "query", "header", "cookie"].includes(root)) {
    const [name = "", ...inner] = rest;
    const parameter = `the ${root} parameter \`${name}\``;
    return inner.length > 0 ? `\`${join(inner)}\` of ${parameter}` : parameter;
  }
  const [, ...inner] = rest;
  const whole = direction === "request" ? "the request body" : `the ${root} answer`;
  if (rest[0] === "headers" && direction === "response") return `the header \`${join(inner)}\` of ${whole}`;
  return inner.length > 0 ? `\`${join(inner)}\` of ${whole}` : whole;
}

function join(path: readonly string[]): string {
  return path.map((step, index) => (step === "[]" || index === 0 ? step : `.${step}`)).join("");
}
