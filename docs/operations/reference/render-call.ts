import type { Call } from "./make-call.ts";
import { indent, printValue } from "./print-value.ts";

const width = 90;

/**
 * The call as a program of its own.
 *
 * @param entry the client's entry for the revision, such as `@org/client/2023-12-15`
 */
export function renderCall({ method, path, init }: Call, entry: string, hasAnswer: boolean): string {
  const start = `${hasAnswer ? "const answer = " : ""}await unwrap(`;
  const rest = Object.keys(init).length > 0 ? `, ${printValue(init)}` : "";
  const call = `klaviyo.${method}(${JSON.stringify(path)}${rest})`;
  const short = `${start}${call});`;
  return [
    `import { createClient, unwrap } from ${JSON.stringify(entry)};`,
    "",
    "const klaviyo = createClient({ apiKey: process.env.KLAVIYO_API_KEY });",
    short.includes("\n") || short.length > width ? `${start}\n${indent(call)},\n);` : short,
  ].join("\n");
}
