const text = new Set(["description", "summary", "title", "example", "examples", "externalDocs"]);

/** Keywords whose keys are names somebody chose: there, `title` is a property called title. */
const nameMaps = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "parameters",
  "responses",
  "content",
  "paths",
  "x-klaviyo-filters",
]);

/** A copy without what is only read by people: what is left is structure. */
export function dropText<Value>(value: Value): Value {
  return strip(value, false) as Value;
}

function strip(value: unknown, keysAreNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, false));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => keysAreNames || !text.has(key))
    .map(([key, child]) => [key, strip(child, !keysAreNames && nameMaps.has(key))]);
  return Object.fromEntries(entries);
}
