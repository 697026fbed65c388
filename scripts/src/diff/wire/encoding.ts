import { isDeepStrictEqual } from "node:util";
import { toPointer } from "../../document/json-pointer.ts";
import { structure } from "../../document/structure.ts";
import type { Finding } from "../verdict.ts";
import { asRecord, type Place } from "./flatten-schema.ts";

/** How the parts of a form are written: a program that writes them itself goes on writing the old form. */
export function encodingFindings(base: Place, head: Place): Finding[] {
  const [old, now] = [base, head].map(({ node }) => asRecord(node.content));
  return Object.keys(old ?? {}).flatMap((media) => {
    const next = asRecord(now?.[media]);
    const [before, after] = [encodingsOf(asRecord(old?.[media])), encodingsOf(next)];
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    const changed = [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
    if (now?.[media] === undefined) return [];
    return changed.map((name): Finding => {
      const message = `the part \`${name}\` of the request body is written in another way in \`${media}\``;
      const pointer = head.pointer + toPointer(["content", media, ...(next.encoding ? ["encoding"] : [])]);
      return { rule: "encoding-changed", direction: "request", bump: "major", pointer, message, by: "wire" };
    });
  });
}

/** What a part says beyond OpenAPI's defaults; one that says nothing is as if it were not there. */
function encodingsOf(media: Record<string, unknown>): Record<string, unknown> {
  const said = Object.entries(asRecord(structure(media.encoding, "encodings")));
  return Object.fromEntries(said.filter(([, encoding]) => Object.keys(asRecord(encoding)).length > 0));
}
