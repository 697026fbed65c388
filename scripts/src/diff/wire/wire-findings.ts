import { dropLinkDates } from "../../pull/drop-link-dates.ts";
import { placeName } from "../place-name.ts";
import type { Finding } from "../verdict.ts";
import { encodingFindings } from "./encoding.ts";
import type { Place } from "./flatten-schema.ts";
import { contentsOf, operationPlaces, schemaOf } from "./operation-places.ts";
import { operationRules } from "./operation-rules.ts";
import { type Documents, type SchemaPair, schemaPairs } from "./schema-pairs.ts";
import { schemaRules, wordsDiffer } from "./schema-rules.ts";
import { isCompound, serializationFindings } from "./serialization.ts";
import { directionOf, type Side } from "./side.ts";

/** Two schemas that differ, and the steps to them from an operation's types. */
export type PlacedPair = SchemaPair & { path: readonly string[] };

export interface WireFindings {
  findings: Finding[];
  /** Pairs of schemas that differ, by direction: where each name of the base stood. */
  pairs: { request: PlacedPair[]; response: PlacedPair[] };
}

/** Makes the function that finds what the types of an operation do not show. */
export function wireComparison(documents: Documents): (base: Side, head: Side) => WireFindings {
  const graph = schemaPairs(documents);

  return (base, head) => {
    const old = operationPlaces(base.document, base.entry);
    const now = operationPlaces(head.document, head.entry);
    const pairs: WireFindings["pairs"] = { request: [], response: [] };
    const met = { request: new Set<unknown>(), response: new Set<unknown>() };
    const isIncoming = head.entry.label !== undefined;
    const findings: Finding[] = isIncoming ? [] : operationRules(base, head);
    let words = wordsOf(base.entry.operation) !== wordsOf(head.entry.operation);

    const walk = (direction: "request" | "response", a: Place | undefined, b: Place | undefined, start: string[]) => {
      if (!a || !b) return;
      for (const { found, path } of graph.collect([a, b], start, met[direction]))
        pairs[direction].push({ ...found, path });
    };
    for (const [key, parameter] of old.parameters) {
      const successor = now.parameters.get(key);
      if (!successor) continue;
      const [former, schema] = [schemaOf(parameter), schemaOf(successor)];
      const isList = former !== undefined && schema !== undefined && isCompound(documents, former, schema);
      if (!isIncoming) findings.push(...serializationFindings(parameter, successor, isList));
      words ||= wordsOf(parameter.node) !== wordsOf(successor.node);
      walk("request", former, schema, [String(successor.node.in), String(successor.node.name)]);
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
    if (old.body && now.body && !isIncoming) findings.push(...encodingFindings(documents, old.body, now.body));
    for (const [status, response] of old.responses) bodies("response", response, now.responses.get(status), status);

    for (const part of ["request", "response"] as const) {
      for (const pair of pairs[part]) {
        const placeOf = (...steps: string[]) => placeName([...pair.path, ...steps], part, head.entry.label);
        findings.push(...schemaRules(pair, directionOf(head, part), placeOf));
        words ||= wordsDiffer(pair);
      }
    }
    if (words) findings.push(wordsChanged(head));
    return { findings, pairs };
  };
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
