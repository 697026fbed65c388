import type { Call } from "./make-call.ts";
import { printValue } from "./print-value.ts";

const width = 90;

/**
 * The call as a program of its own.
 *
 * @param entry the client's entry for the revision, such as `@org/client/2023-12-15`
 */
export function renderCall({ method, path, init }: Call, entry: string, hasAnswer: boolean): string {
  const start = `${hasAnswer ? "const answer = " : ""}await unwrap(`;
  const open = `klaviyo.${method}(${JSON.stringify(path)}`;
  const rest =
    Object.keys(init).length > 0 ? `, ${printValue(init, { as: "code", indent: 2, before: open.length + 6 })}` : "";
  const short = `${start}${open}${rest}));`;
  const call = short.includes("\n") || short.length > width ? `${start}\n  ${open}${rest}),\n);` : short;
  return [
    `import { createClient, unwrap } from ${JSON.stringify(entry)};`,
    "",
    "const klaviyo = createClient({ apiKey: process.env.KLAVIYO_API_KEY });",
    call,
  ].join("\n");
}
