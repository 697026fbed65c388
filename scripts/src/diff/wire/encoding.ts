import { isDeepStrictEqual } from "node:util";
import { toPointer } from "../../document/json-pointer.ts";
import { structure } from "../../document/structure.ts";
import type { Finding } from "../verdict.ts";
import { asRecord, flattenSchema, type Json, type Place } from "./flatten-schema.ts";
import { contentsOf } from "./operation-places.ts";
import type { Documents } from "./schema-pairs.ts";

/** How the parts of a form are written: a program that writes them itself goes on writing the old form. */
export function encodingFindings(documents: Documents, base: Place, head: Place): Finding[] {
  const successors = contentsOf(head);
  return [...contentsOf(base)].flatMap(([media, schema]) => {
    const successor = successors.get(media);
    if (!successor) return [];
    const [old, now] = [base, head].map(({ node }) => asRecord(asRecord(node.content)[media]));
    const [before, after] = [encodingsOf(old), encodingsOf(now)];
    const { properties } = flattenSchema(documents.head, successor);
    const kept = [...flattenSchema(documents.base, schema).properties.keys()].filter((name) => properties.has(name));
    const changed = kept.filter((name) => !isDeepStrictEqual(before[name], after[name]));
    return changed.map((name): Finding => {
      const message = `the part \`${name}\` of the request body is written in another way in \`${media}\``;
      const pointer = head.pointer + toPointer(["content", media, ...(now?.encoding ? ["encoding"] : [])]);
      return { rule: "encoding-changed", direction: "request", bump: "major", pointer, message, by: "wire" };
    });
  });
}

/** What a part says beyond OpenAPI's defaults; one that says nothing is as if it were not there. */
function encodingsOf(media: Json | undefined): Json {
  const said = Object.entries(asRecord(structure(media?.encoding, "encodings")));
  return Object.fromEntries(said.filter(([, encoding]) => Object.keys(asRecord(encoding)).length > 0));
}
