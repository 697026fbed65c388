import type { OpenApiDocument } from "../../document/openapi.ts";
import type { Finding, OperationVerdict } from "../verdict.ts";
import { callbacksAsWebhooks, operationOf } from "./raw-document.ts";
import { refusedCalls } from "./refused-calls.ts";
import {
  gotSchemas,
  misreadValues,
  type RawSide,
  refusedValues,
  type SchemaPair,
  sentSchemas,
} from "./refused-requests.ts";
import { writtenOtherwise } from "./written-otherwise.ts";

/** Something that the verdict says, and what has to be so if it says it. */
export interface Claim {
  about: string;
  /** What the verdict says that can be meant. */
  said: readonly string[];
  /** What of it needs a fact. */
  certain: readonly string[];
  facts: readonly string[];
}

/** What is demanded of a body beyond its type. */
const bodyDemands = ["limit-tightened", "property-became-required", "requirement-added", "object-closed"];

/** What one member of a `oneOf` refuses another one may take: there, a demand is no proof that a body is refused. */
const insideUnion = /`[^`]*\b(pet|tree|entries|next)\b/;

/**
 * The claims of the verdict about an operation, a webhook or a callback by its name, of whose program the compiler made
 * these complaints.
 */
export function claimsOf(
  documents: { old: OpenApiDocument; now: OpenApiDocument },
  verdicts: readonly OperationVerdict[],
  name: string,
  complaints: readonly string[],
): Claim[] {
  if (name in webhooksOf(documents.old)) {
    const verdict = verdicts.find(({ path }) => path === `webhooks/${name}`);
    const findings = majorsOf(verdict);
    const types = exactly(
      "types",
      findings.filter(({ by }) => by === "compiler"),
      complaints,
    );
    if (!verdict || verdict.change === "removed") return [types];
    return [
      types,
      ...incomingClaims(documents, findings, webhooksOf(documents.old)[name], webhooksOf(documents.now)[name]),
    ];
  }
  const sides = { old: callbacksAsWebhooks(documents.old), now: callbacksAsWebhooks(documents.now) };
  const callback = webhooksOf(sides.old)[name];
  if (callback) {
    const majors = verdicts.flatMap((verdict) => majorsOf(verdict));
    const about = majors.filter(({ message }) => isOfCallback(message));
    // Which of the places of an operation uses the name of a schema, no finding says.
    const names = majors.filter(isOfName).map(tell);
    const [sent, got] = incomingClaims(sides, about, callback, webhooksOf(sides.now)[name]);
    // There are no types of callbacks, so whatever is said of one may be said of what a program writes down.
    const facts = [...complaints, ...(sent?.facts ?? []), ...(got?.facts ?? [])];
    const said = [...about.map(tell), ...names];
    return [{ about: "callbacks", said, certain: about.filter(isCertain).map(tell), facts }];
  }
  const verdict = verdicts.find((each) => each.operationId === name || each.former?.operationId === name);
  const findings = majorsOf(verdict).filter(({ message }) => !isOfCallback(message));
  const old = operationOf(documents.old, ({ operationId }) => operationId === name);
  const typed = exactly(
    "types",
    findings.filter(({ by }) => by === "compiler"),
    complaints,
  );
  const certain = findings.filter((finding) => finding.by === "compiler" && !isOfName(finding));
  const types = old?.callbacks ? { ...typed, certain: certain.map(tell) } : typed;
  const now = verdict && operationOf(documents.now, (_, at) => at === `${verdict.method} ${verdict.path}`);
  if (!old || !now || verdict.change === "removed") return [types];
  const byRule = (rules: RegExp) => findings.filter(({ rule }) => rules.test(rule));
  const { body, parameters } = sentSchemas(old, now);
  return [
    types,
    exactly("access", byRule(/^(security|server|scope)-/), refusedCalls(documents.old, old, documents.now, now)),
    exactly(
      "writing",
      byRule(/^(encoding|style|explode|allowReserved|content)-changed$/),
      writtenOtherwise(documents.old, old, documents.now, now),
    ),
    ...sentClaims(documents, findings, [...body, ...parameters]),
    gotClaim(documents, findings, gotSchemas(old, now)),
  ];
}

function incomingClaims(
  documents: { old: OpenApiDocument; now: OpenApiDocument },
  findings: readonly Finding[],
  old: RawSide | undefined,
  now: RawSide | undefined,
): Claim[] {
  if (!old || !now) return [];
  // A program reads what is sent there, and sends the answer.
  const { body } = sentSchemas(old, now);
  return [...sentClaims(documents, findings, gotSchemas(old, now)), gotClaim(documents, findings, body)];
}

function sentClaims(
  { old, now }: { old: OpenApiDocument; now: OpenApiDocument },
  findings: readonly Finding[],
  pairs: readonly SchemaPair[],
): Claim[] {
  const refused = pairs.map((pair) => refusedValues(old, now, pair));
  const said = findings.filter(({ direction }) => direction === "request");
  const isSure = refused.every((values) => values !== undefined);
  const demands = said.filter(({ by, rule }) => by === "wire" && bodyDemands.includes(rule)).filter(isCertain);
  const facts = refused.flatMap((values) => values ?? []).map((value) => JSON.stringify(value));
  return [{ about: "bodies", said: said.map(tell), certain: isSure ? demands.map(tell) : [], facts }];
}

function gotClaim(
  { old, now }: { old: OpenApiDocument; now: OpenApiDocument },
  findings: readonly Finding[],
  pairs: readonly SchemaPair[],
): Claim {
  const said = findings.filter(({ direction }) => direction === "response");
  const facts = pairs.flatMap((pair) => misreadValues(old, now, pair)).map((value) => JSON.stringify(value));
  return { about: "answers", said: said.map(tell), certain: said.filter(({ by }) => by === "wire").map(tell), facts };
}

function exactly(about: string, findings: readonly Finding[], facts: readonly string[]): Claim {
  const said = findings.map(tell);
  return { about, said, certain: said, facts };
}

function majorsOf(verdict: OperationVerdict | undefined): Finding[] {
  return verdict?.findings.filter(({ bump }) => bump === "major") ?? [];
}

function isOfCallback(message: string): boolean {
  return message.includes("the callback `");
}

function isOfName({ rule }: Finding): boolean {
  return rule.startsWith("schema-");
}

function isCertain({ rule, message }: Finding): boolean {
  return !bodyDemands.includes(rule) || !insideUnion.test(message);
}

function tell({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

/** The one request of each webhook. */
function webhooksOf(document: OpenApiDocument): Record<string, RawSide | undefined> {
  const { webhooks = {} } = document as { webhooks?: Record<string, { post?: RawSide }> };
  return Object.fromEntries(Object.entries(webhooks).map(([name, { post }]) => [name, post]));
}
