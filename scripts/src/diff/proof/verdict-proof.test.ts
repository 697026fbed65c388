import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenApiDocument } from "../../document/openapi.ts";
import { generateTypes } from "../../generate/types.ts";
import { smallApi } from "../../testing/small-api.ts";
import { diffDocuments } from "../diff-documents.ts";
import type { Aliases } from "../verdict.ts";
import { claimsOf } from "./claims.ts";
import { compileConsumers } from "./compile-consumers.ts";
import { consumerPrograms, incomingPrograms } from "./consumer-program.ts";
import { mutate } from "./mutate.ts";
import type { Mutation } from "./mutation.ts";
import { callbacksAsWebhooks } from "./raw-document.ts";
import { startingPoint } from "./starting-point.ts";

const cases = Number(process.env.PROOF_CASES ?? 200);
const seed = Number(process.env.PROOF_SEED ?? 20_261_126);

interface Case {
  before: readonly Mutation[];
  after: readonly Mutation[];
}

/** What users have: an operation that they were given stays in the packages, though it is tagged otherwise. */
const isSelected = ({ tags }: { tags?: string[] }) => tags?.includes("Things") ?? true;

/** Two documents with the verdict of them, and programs of the old one that use all of it, by what they use. */
function play({ before, after }: Case, name: string, withOwn: boolean) {
  const old = smallApi((document) => {
    startingPoint(document);
    mutate(document, before);
  });
  const now = structuredClone(old);
  const steps = [...before.map(() => "(before)"), ...mutate(now as never, after)];
  const { operations, aliases } = diffDocuments(old, now, { select: ({ operation }) => isSelected(operation) });
  const files: Record<string, string> = {};
  const write = (side: string, document: OpenApiDocument, names?: Aliases) => {
    files[`${name}-${side}.ts`] = generateTypes(document, names && { aliases: names });
    files[`${name}-${side}-callbacks.ts`] = generateTypes(callbacksAsWebhooks(document), names && { aliases: names });
    const programs = [
      ...consumerPrograms(old, `./${name}-${side}.ts`, isSelected),
      ...incomingPrograms(old, `./${name}-${side}.ts`),
      ...incomingPrograms(callbacksAsWebhooks(old, isSelected), `./${name}-${side}-callbacks.ts`),
    ];
    return programs.map(({ operation, code }) => {
      const file = `${name}-${side}-${operation.replaceAll("#", "-")}.ts`;
      files[file] = code;
      return { operation, file };
    });
  };
  // The same program must compile against the types it was written for, or it proves nothing.
  const own = withOwn ? write("old", old) : [];
  return { name, steps, files, own, programs: write("new", now, aliases), documents: { old, now }, operations };
}

const mutation = fc.record({ kind: fc.nat(1_000), place: fc.nat(1_000), value: fc.nat(1_000) });
const pair: fc.Arbitrary<Case> = fc.record({
  before: fc.array(mutation, { maxLength: 3 }),
  after: fc.array(mutation, { minLength: 1, maxLength: 3 }),
});

test(`the verdict says breaking exactly when programs that use all of the old document break (${cases} pairs)`, async () => {
  console.log(`seed ${seed}: PROOF_SEED=${seed} PROOF_CASES=${cases} repeats this`);
  const proven = new Map<string, number>();
  const wrong: string[] = [];
  let harmless = 0;
  const chosen = fc.sample(pair, { numRuns: cases, seed });
  for (let start = 0; start < chosen.length; start += 50) {
    const batch = chosen
      .slice(start, start + 50)
      .map((each, index) => play(each, `c${start + index}`, index % 4 === 0));
    const complaints = await compileConsumers(Object.assign({}, ...batch.map(({ files }) => files)));
    for (const { programs, own, steps, name, documents, operations } of batch) {
      for (const { file } of own) {
        expect(complaints.get(file), `${file} (seed ${seed}): against the types it was written for`).toEqual([]);
      }
      for (const { operation, file } of programs) {
        for (const claim of claimsOf(documents, operations, operation, complaints.get(file) ?? [])) {
          const { about, said, certain, facts } = claim;
          const told = `${name} (seed ${seed}), ${about} of ${operation}: ${steps.join(", ")}\nverdict: ${said.join("; ") || "not breaking"}\nfacts: ${facts.slice(0, 5).join("\n") || "nothing breaks"}`;
          const isRight = facts.length > 0 ? said.length > 0 : certain.length === 0;
          if (!isRight) wrong.push(told);
          if (facts.length > 0) proven.set(about, (proven.get(about) ?? 0) + 1);
          else if (about === "types") harmless += 1;
        }
      }
    }
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  const counts = [...proven].map(([about, count]) => `${about} ${count}`).join(", ");
  console.log(`what breaks, and the verdict knew each of it: ${counts}; programs that go on compiling: ${harmless}`);
  expect([...proven.keys()].sort()).toEqual(["access", "answers", "bodies", "callbacks", "types", "writing"]);
  expect(Math.min(proven.get("types") ?? 0, harmless)).toBeGreaterThan(cases / 10);
}, 600_000);
