import type { OpenApiDocument } from "../document/openapi.ts";
import { structure } from "../document/structure.ts";
import { compileTypes } from "../generate/compile-types.ts";
import { generateTypes, type TypesOptions } from "../generate/types.ts";
import { sliceDocument } from "../pull/slice-document.ts";
import { operationComparison } from "./compare-operation-types.ts";
import { filterFindings } from "./filter-findings.ts";
import { fingerprints } from "./fingerprints.ts";
import { matchOperations, type OperationPair } from "./match-operations.ts";
import { nameFindings } from "./name-findings.ts";
import { added, operationVerdict, removed, unchanged } from "./operation-verdict.ts";
import { schemaNames } from "./schema-names.ts";
import { typeFinding } from "./type-findings.ts";
import { typeModule } from "./type-module.ts";
import { type Aliases, type Finding, maxBump, type OperationVerdict, type Verdict } from "./verdict.ts";
import type { Side } from "./wire/side.ts";
import { wireFindings } from "./wire/wire-findings.ts";

export interface DocumentDiff extends Verdict {
  /** The types that were compared, for whoever wants to show code; absent where none had to be. */
  types?: { base: string; head: string };
}

/**
 * What changes for programs when `head` takes the place of `base`: the maximum of what the compiler says about the
 * generated types and of what the rules say about everything that types do not show.
 *
 * Operations that are equal with all they reference are not looked at any further.
 */
export async function diffDocuments(
  base: OpenApiDocument,
  head: OpenApiDocument,
  options: TypesOptions = {},
  baseOptions: TypesOptions = options,
): Promise<DocumentDiff> {
  const aliases: Aliases = { operations: {}, schemas: {} };
  const pairs = matchOperations(base, head);
  const policyChanged = Boolean(options.openEnums) !== Boolean(baseOptions.openEnums);
  const changed = changedPairs(base, head, pairs, policyChanged);
  const types = changed.some(({ shape }) => shape)
    ? await typesOf(base, head, changed, { base: baseOptions, head: options })
    : undefined;
  const compare = types && comparer(base, head, types, aliases);
  const ids = new Set(pairs.flatMap((pair) => pair.head?.operation.operationId ?? []));
  const byPair = new Map(changed.map((pair) => [pair.head.entry, pair]));

  const operations = pairs.flatMap((pair): OperationVerdict[] => {
    if (!pair.head) return pair.base ? [removed(pair.base, pairs)] : [];
    if (!pair.base) return [added(pair.head, pairs)];
    const difference = byPair.get(pair.head);
    if (!difference) return [unchanged(pair.head)];
    const findings = nameFindings(difference.base, difference.head, ids, aliases);
    const shape = difference.shape ? (compare?.(difference) ?? []) : [];
    const wire = difference.shape ? [] : wireFindings(difference.base, difference.head).findings;
    return [operationVerdict(pair.base, pair.head, [...findings, ...shape, ...wire])];
  });
  return { bump: maxBump(operations.map(({ bump }) => bump)), operations, aliases, ...(types && { types }) };
}

interface ChangedPair {
  base: Side;
  head: Side;
  /** More than words. */
  shape: boolean;
}

function changedPairs(
  base: OpenApiDocument,
  head: OpenApiDocument,
  pairs: readonly OperationPair[],
  all: boolean,
): ChangedPair[] {
  const [ofBase, ofHead] = [fingerprints(base), fingerprints(head)];
  return pairs.flatMap((pair): ChangedPair[] => {
    if (!pair.base || !pair.head) return [];
    const [old, now] = [ofBase(pair.base), ofHead(pair.head)];
    if (old.full === now.full && !all) return [];
    const sides = { base: { document: base, entry: pair.base }, head: { document: head, entry: pair.head } };
    return [{ ...sides, shape: all || old.shape !== now.shape }];
  });
}

/** The types of the operations whose shape changed, and of those only. */
async function typesOf(
  base: OpenApiDocument,
  head: OpenApiDocument,
  changed: readonly ChangedPair[],
  options: Record<"base" | "head", TypesOptions>,
): Promise<{ base: string; head: string }> {
  const slice = (document: OpenApiDocument, side: "base" | "head", names: string[] = []) => {
    const selected = new Set(changed.filter(({ shape }) => shape).map((pair) => pair[side].entry.pointer));
    return sliceDocument(document, ({ pointer }) => selected.has(pointer), names);
  };
  const old = slice(base, "base");
  // A name may have gone out of use and still be there, or be used for something else.
  const now = slice(head, "head", Object.keys(old.components?.schemas ?? {}));
  const types = (document: OpenApiDocument, side: "base" | "head") =>
    generateTypes(structure(document, "document") as OpenApiDocument, options[side]);
  return { base: await types(old, "base"), head: await types(now, "head") };
}

/** Compiles the types of both sides in one program, so that they can be compared. */
function comparer(
  base: OpenApiDocument,
  head: OpenApiDocument,
  types: { base: string; head: string },
  aliases: Aliases,
): (pair: ChangedPair) => Finding[] {
  const program = compileTypes({ "/old.ts": types.base, "/new.ts": types.head });
  const checker = program.getTypeChecker();
  const modules = { base: typeModule(program, "/old.ts"), head: typeModule(program, "/new.ts") };
  const compareTypes = operationComparison(checker);
  const compareNames = schemaNames(checker, { ...modules, documents: { base, head } }, aliases);

  return (pair) => {
    const old = modules.base.operation(pair.base.entry.method, pair.base.entry.path);
    const now = modules.head.operation(pair.head.entry.method, pair.head.entry.path);
    const { findings, pairs } = wireFindings(pair.base, pair.head);
    const differences = old && now ? compareTypes(old, now) : [];
    return [
      ...differences.map((difference) => typeFinding(checker, pair.base, pair.head, difference)),
      ...filterFindings(checker, modules, pair.base, pair.head),
      ...findings,
      ...(now ? compareNames(pairs, now) : []),
    ];
  };
}
