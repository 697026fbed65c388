import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenApiDocument } from "../../document/openapi.ts";
import { generateTypes } from "../../generate/types.ts";
import { type SmallApi, smallApi } from "../../testing/small-api.ts";
import { diffDocuments } from "../diff-documents.ts";
import { compileConsumers } from "./compile-consumers.ts";
import { consumerPrograms } from "./consumer-program.ts";
import { mutate } from "./mutate.ts";
import type { Mutation } from "./mutation.ts";
import { refusedCalls } from "./refused-calls.ts";
import { refusedRequests } from "./refused-requests.ts";

const cases = Number(process.env.PROOF_CASES ?? 200);
const seed = Number(process.env.PROOF_SEED ?? 20_261_126);

/** A `oneOf`, a free-form object, and schemas that contain themselves and each other, so that mutations meet those as well. */
function startingPoint(document: SmallApi): void {
  const { Thing, ...schemas } = document.components.schemas;
  const pet = (type: string, more: object) => ({
    type: "object",
    required: ["type"],
    properties: { type: { type: "string", enum: [type] }, ...more },
  });
  const folder = () => ({ $ref: "#/components/schemas/Folder" });
  const entries = () => [folder(), { $ref: "#/components/schemas/File" }];
  document.components.schemas = {
    ...schemas,
    ...(Thing && { Thing }),
    Cat: pet("cat", { lives: { type: "number" } }),
    Dog: pet("dog", { tricks: { type: "array", items: { type: "string" } } }),
    Folder: pet("folder", { entries: { type: "array", items: { oneOf: entries() } }, up: folder() }),
    File: pet("file", { size: { type: "number" }, folder: folder(), text: { type: "string" } }),
  } as SmallApi["components"]["schemas"];
  Object.assign(Thing?.properties ?? {}, {
    pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
    anything: { type: "object" },
    tree: { oneOf: entries() },
  });
}

/** What is demanded of a body beyond its type. */
const bodyDemands = ["limit-tightened", "property-became-required", "requirement-added", "object-closed"];

/** What one member of a `oneOf` refuses another one may take: there, a demand is no proof that a body is refused. */
const insideUnion = /`[^`]*\b(pet|tree|entries)\b/;

interface Case {
  before: readonly Mutation[];
  after: readonly Mutation[];
}

/** What the verdict says of each operation, and what the compiler says of a program that uses all of it. */
async function judge({ before, after }: Case, name: string, withOwn: boolean) {
  const old = smallApi((document) => {
    startingPoint(document);
    mutate(document, before);
  });
  let steps: string[] = [];
  const now = structuredClone(old);
  steps = mutate(now as never, after);
  const { operations, aliases } = diffDocuments(old, now);
  const programs = consumerPrograms(old, `./${name}-new.ts`);
  const files: Record<string, string> = { [`${name}-new.ts`]: generateTypes(now, { aliases }) };
  for (const { operation, code } of programs) files[`${name}-${operation}.ts`] = code;
  if (withOwn) {
    // The same program must compile against the types it was written for, or it proves nothing.
    files[`${name}-old.ts`] = generateTypes(old);
    for (const { operation, code } of consumerPrograms(old, `./${name}-old.ts`)) {
      files[`${name}-${operation}-own.ts`] = code;
    }
  }
  const verdicts = programs.map(({ operation }) => {
    const verdict = operations.find((each) => each.operationId === operation || each.former?.operationId === operation);
    const breaking = verdict?.findings.filter(({ by, bump }) => by === "compiler" && bump === "major") ?? [];
    const majors = verdict?.findings.filter(({ bump, direction }) => bump === "major" && direction === "request") ?? [];
    const demands = majors.filter(
      ({ by, rule, message }) => by === "wire" && bodyDemands.includes(rule) && !insideUnion.test(message),
    );
    const refused = verdict && verdict.change !== "removed" && refusedRequests(old, now, operation, verdict);
    const successor = verdict && verdict.change !== "removed" && operationAt(now, verdict);
    const shut =
      verdict?.findings.filter(({ rule, bump }) => bump === "major" && /^(security|server)-/.test(rule)) ?? [];
    return {
      operation,
      ...(successor && {
        access: {
          refused: refusedCalls(old, operationOf(old, operation), now, successor),
          majors: shut.map(({ rule, message }) => `${rule}: ${message}`),
        },
      }),
      breaking: breaking.map(({ rule, message }) => `${rule}: ${message}`),
      ...(refused && {
        wire: {
          refused: refused.map((value) => JSON.stringify(value)),
          majors: majors.map(({ rule, message }) => `${rule}: ${message}`),
          demands: demands.map(({ rule, message }) => `${rule}: ${message}`),
        },
      }),
    };
  });
  return { steps: [...before.map(() => "(before)"), ...steps], files, verdicts, name };
}

const operationsOf = ({ paths }: OpenApiDocument) =>
  Object.values(paths).flatMap((item) => Object.values(item) as { operationId?: string }[]);
const operationOf = (document: OpenApiDocument, id: string) =>
  operationsOf(document).find(({ operationId }) => operationId === id) ?? {};
const operationAt = ({ paths }: OpenApiDocument, { path, method }: { path: string; method: string }) =>
  paths[path]?.[method.toLowerCase() as "get"];

const mutation = fc.record({ kind: fc.nat(1_000), place: fc.nat(1_000), value: fc.nat(1_000) });
const pair: fc.Arbitrary<Case> = fc.record({
  before: fc.array(mutation, { maxLength: 3 }),
  after: fc.array(mutation, { minLength: 1, maxLength: 3 }),
});

test(`the verdict says breaking exactly when a program that uses all of the old types stops compiling (${cases} pairs)`, async () => {
  console.log(`seed ${seed}: PROOF_SEED=${seed} PROOF_CASES=${cases} repeats this`);
  let breaking = 0;
  let harmless = 0;
  let refusing = 0;
  let shut = 0;
  const chosen = fc.sample(pair, { numRuns: cases, seed });
  for (let start = 0; start < chosen.length; start += 50) {
    const batch = await Promise.all(
      chosen.slice(start, start + 50).map((each, index) => judge(each, `c${start + index}`, index % 4 === 0)),
    );
    const complaints = await compileConsumers(Object.assign({}, ...batch.map(({ files }) => files)));
    for (const { verdicts, steps, name } of batch) {
      for (const { operation, breaking: findings, wire, access } of verdicts) {
        const own = complaints.get(`${name}-${operation}-own.ts`) ?? [];
        expect(own, `${name} (seed ${seed}), ${operation}: against the types it was written for`).toEqual([]);
        const errors = complaints.get(`${name}-${operation}.ts`) ?? [];
        const told = `${name} (seed ${seed}), ${operation}: ${steps.join(", ")}\nverdict: ${findings.join("; ") || "not breaking"}\ncompiler: ${errors.join("\n") || "compiles"}`;
        expect(findings.length > 0, told).toBe(errors.length > 0);
        if (errors.length > 0) breaking += 1;
        else harmless += 1;
        if (access) {
          const called = `${told}\nrefused: ${access.refused.join("; ")}\nverdict of access: ${access.majors.join("; ")}`;
          expect(access.majors.length > 0, called).toBe(access.refused.length > 0);
          if (access.refused.length > 0) shut += 1;
        }
        if (!wire) continue;
        const sent = `${told}\nrefused: ${wire.refused[0] ?? "nothing"}\nverdict of requests: ${wire.majors.join("; ")}`;
        if (wire.refused.length > 0) expect(wire.majors, sent).not.toEqual([]);
        if (wire.demands.length > 0) expect(wire.refused, sent).not.toEqual([]);
        if (wire.demands.length > 0) refusing += 1;
      }
    }
  }
  expect(Math.min(refusing, shut)).toBeGreaterThan(cases / 50);
  console.log(`${shut} refuse calls for where they are sent, or with which credentials`);
  console.log(`${refusing} refuse bodies that they took, though the types are the same`);
  console.log(`${breaking} operations break, ${harmless} do not, and the verdict knew each of them`);
  expect(Math.min(breaking, harmless)).toBeGreaterThan(cases / 10);
}, 600_000);
