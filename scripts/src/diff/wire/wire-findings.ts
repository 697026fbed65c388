import { dropLinkDates } from "../../pull/drop-link-dates.ts";
import type { Finding } from "../verdict.ts";
import { flattenSchema, type Place } from "./flatten-schema.ts";
import { contentsOf, operationPlaces, schemaOf } from "./operation-places.ts";
import { operationRules } from "./operation-rules.ts";
import { type SchemaPair, schemaPairs } from "./schema-pairs.ts";
import { schemaRules, wordsDiffer } from "./schema-rules.ts";
import { serializationFindings } from "./serialization.ts";
import type { Side } from "./side.ts";

export interface WireFindings {
  findings: Finding[];
  /** Pairs of schemas by direction: where each name of the base stood. */
  pairs: { request: SchemaPair[]; response: SchemaPair[] };
}

/** What the types of an operation do not show; and all pairs of schemas that were compared. */
export function wireFindings(base: Side, head: Side): WireFindings {
  const documents = { base: base.document, head: head.document };
  const old = operationPlaces(base.document, base.entry);
  const now = operationPlaces(head.document, head.entry);
  const pairs: WireFindings["pairs"] = { request: [], response: [] };
  const seen = { request: new Set<string>(), response: new Set<string>() };
  const findings: Finding[] = operationRules(base, head);
  let words = wordsOf(base.entry.operation) !== wordsOf(head.entry.operation);

  const walk = (direction: "request" | "response", a: Place | undefined, b: Place | undefined, path: string[]) => {
    if (!a || !b) return;
    pairs[direction].push(...schemaPairs(documents, a, b, path, seen[direction]));
  };
  for (const [key, parameter] of old.parameters) {
    const successor = now.parameters.get(key);
    if (!successor) continue;
    const schema = schemaOf(successor);
    const type = schema && flattenSchema(head.document, schema).keywords.type;
    findings.push(...serializationFindings(parameter, successor, type === "array" || type === "object"));
    words ||= wordsOf(parameter.node) !== wordsOf(successor.node);
    walk("request", schemaOf(parameter), schema, [String(successor.node.in), String(successor.node.name)]);
    if (!parameter.node.deprecated && successor.node.deprecated) findings.push(deprecated(successor));
  }
  const bodies = (direction: "request" | "response", a: Place | undefined, b: Place | undefined, root: string) => {
    if (!a || !b) return;
    const successors = contentsOf(b);
    for (const [media, schema] of contentsOf(a)) {
      // Under another media type it is still the same body.
      const name = successors.has(media) ? media : [...successors.keys()][0];
      if (name !== undefined) walk(direction, schema, successors.get(name), [root, name]);
    }
  };
  bodies("request", old.body, now.body, "body");
  for (const [status, response] of old.responses) bodies("response", response, now.responses.get(status), status);

  for (const direction of ["request", "response"] as const) {
    for (const pair of pairs[direction]) {
      findings.push(...schemaRules(pair, direction));
      words ||= wordsDiffer(pair);
    }
  }
  if (words) findings.push(wordsChanged(head));
  return { findings, pairs };
}

function deprecated({ node, pointer }: Place): Finding {
  const message = `the ${node.in} parameter \`${node.name}\` is deprecated`;
  return { rule: "deprecated", direction: "request", bump: "minor", pointer, message, by: "wire" };
}

function wordsChanged({ entry: { pointer } }: Side): Finding {
  const message = "descriptions read differently; nothing that a program sees";
  return { rule: "words-changed", direction: "wire", bump: "patch", pointer, message, by: "wire" };
}

function wordsOf(node: object): string {
  const { summary, description } = node as { summary?: unknown; description?: unknown };
  return [summary, description].map((text) => (typeof text === "string" ? dropLinkDates(text).trim() : "")).join("\n");
}
