import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import type { TypesOptions } from "../generate/types.ts";
import type { Select } from "../pull/select-operations.ts";
import { changedPairs } from "./changed-pairs.ts";
import { comeAndGone, listCallbacks, listWebhooks } from "./incoming.ts";
import { matchOperations, type OperationPair, selectPairs } from "./match-operations.ts";
import { nameFindings } from "./name-findings.ts";
import { added, movedHere, operationVerdict, originOf, removed, unchanged } from "./operation-verdict.ts";
import { resourceAt } from "./resource-at.ts";
import { type ComparedTypes, shapeComparison } from "./shape-comparison.ts";
import { type Aliases, type Finding, maxBump, type OperationVerdict, type Verdict } from "./verdict.ts";
import { wireComparison } from "./wire/wire-findings.ts";

export interface DocumentDiff extends Verdict {
  /** The types that were compared, for whoever wants to show code; absent where none had to be. */
  types?: ComparedTypes;
}

export interface DocumentDiffOptions extends TypesOptions {
  /** What packages are made of; the rest of a document counts where it is referenced. @default everything */
  select?: Select;
}

/**
 * What changes for programs when `head` takes the place of `base`: the maximum of what the compiler says about the
 * generated types and of what the rules say about everything that types do not show.
 *
 * Operations that are equal with all they reference are not looked at any further.
 */
export function diffDocuments(
  base: OpenApiDocument,
  head: OpenApiDocument,
  options: DocumentDiffOptions = {},
  baseOptions: TypesOptions = options,
): DocumentDiff {
  const { select = () => true } = options;
  const aliases: Aliases = { operations: {}, schemas: {} };
  const operations = selectPairs(matchOperations(listOperations(base), listOperations(head)), select);
  const webhooks = selectPairs(matchOperations(listWebhooks(base), listWebhooks(head)), select);
  // One that moved is compared with what it was at its old place.
  const compared = [...operations, ...webhooks].map((pair): OperationPair => {
    const origin = pair.head && !pair.base ? originOf(pair.head, operations) : undefined;
    return origin ? { ...pair, base: origin } : pair;
  });
  const callbacks = compared.map((pair) =>
    pair.base && pair.head ? matchOperations(listCallbacks(base, pair.base), listCallbacks(head, pair.head)) : [],
  );
  const policyChanged = Boolean(options.openEnums) !== Boolean(baseOptions.openEnums);
  const changed = changedPairs({ base, head }, [...compared, ...callbacks.flat()], policyChanged);
  const wire = wireComparison({ base, head });
  const shapes = shapeComparison({ base, head }, changed, wire, aliases, { base: baseOptions, head: options });
  const byHead = new Map(changed.map((pair) => [pair.head.entry, pair]));
  const found = ({ head: entry }: OperationPair): Finding[] => {
    const pair = entry && byHead.get(entry);
    if (!pair) return [];
    const findings = pair.shape ? shapes.compare(pair) : wire(pair.base, pair.head).findings;
    return findings.map((finding) => {
      const resource = resourceAt(head, finding.pointer) ?? resourceAt(base, finding.pointer);
      return resource ? { ...finding, detail: { ...finding.detail, resource } } : finding;
    });
  };

  const ids = new Set([...listOperations(head)].flatMap(({ operation }) => operation.operationId ?? []));
  const matched = [...operations, ...webhooks];
  const verdicts = compared.flatMap((pair, index): OperationVerdict[] => {
    const { base: old, head: now } = pair;
    if (!now) return old ? [removed(old, operations)] : [];
    if (!old) return [added(now)];
    const inner = callbacks[index] ?? [];
    const inside = [...found(pair), ...inner.flatMap(found), ...comeAndGone(inner)];
    if (!matched[index]?.base) return [movedHere(old, now, inside)];
    const findings = [...(byHead.has(now) ? nameFindings(old, now, ids, aliases) : []), ...inside];
    return [findings.length > 0 ? operationVerdict(old, now, findings) : unchanged(now)];
  });
  return {
    bump: maxBump(verdicts.map(({ bump }) => bump)),
    operations: verdicts,
    aliases,
    ...(shapes.types && { types: shapes.types }),
  };
}
