import { invalid } from "../fragment/api-problem.ts";
import type { Attributes } from "./record-table.ts";

const metadataLimit = 100_000;

const checks: Record<string, (value: unknown) => string | undefined> = {
  external_id: (value) => (value === "" ? "must not be empty" : undefined),
  url: (value) => (isWebUrl(value) ? undefined : "must be a URL, e.g. https://example.com/shirt"),
  price: (value) => ((value as number) < 0 ? "must not be negative" : undefined),
  custom_metadata: checkMetadata,
};

/**
 * What the fragment's schema cannot say about attribute values.
 *
 * @throws {ApiProblem} 400 at `pointer`
 */
export function checkAttributes(attributes: Attributes, pointer: string): void {
  for (const name in attributes) {
    const wrong = attributes[name] === null ? undefined : checks[name]?.(attributes[name]);
    if (wrong !== undefined) throw invalid(`'${name}' ${wrong}.`, { pointer: `${pointer}/attributes/${name}` });
  }
}

function isWebUrl(value: unknown): boolean {
  return typeof value === "string" && /^https?:/i.test(value) && URL.canParse(value);
}

function checkMetadata(value: unknown): string | undefined {
  // An entry has five bytes at least, as in `"":1,`. To look at hundreds of thousands of them would keep others waiting.
  const entries = Object.keys(value as object).length;
  if (5 * entries > metadataLimit) return `must not exceed ${metadataLimit} bytes; it has ${entries} entries`;
  const nested = Object.values(value as object).some((entry) => typeof entry === "object" && entry !== null);
  if (nested) return "must be flat: its values are strings, numbers or booleans";
  const size = new TextEncoder().encode(JSON.stringify(value)).length;
  return size > metadataLimit ? `must not exceed ${metadataLimit} bytes; it has ${size}` : undefined;
}
