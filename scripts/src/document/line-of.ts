import { createRequire } from "node:module";
import type { Document } from "yaml";
import { fromPointer } from "./json-pointer.ts";

const require = createRequire(import.meta.url);

/**
 * The line on which the value at a JSON pointer stands. Parses the text a second time, keeping positions, and loads what
 * does so only then: a document without errors needs neither.
 */
export function lineOf(text: string, pointer: string): number {
  const yaml: typeof import("yaml") = require("yaml");
  const lineCounter = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter, prettyErrors: false, merge: true });
  return lineCounter.linePos(offsetOf(yaml, document, fromPointer(pointer))).line || 1;
}

function offsetOf(
  { isMap, isNode, isPair, isScalar, isSeq }: typeof import("yaml"),
  document: Document.Parsed,
  path: readonly string[],
): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === segment);
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return offset;
}
