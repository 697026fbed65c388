import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { diffSpecs, type SpecDiff, type SpecIdentity } from "../diff/diff-specs.ts";
import { type FindingGroup, groupFindings } from "../diff/group-findings.ts";
import { type Bump, bumps, type Direction, type OperationVerdict } from "../diff/verdict.ts";
import { SpecError } from "../document/spec-error.ts";
import type { FragmentSettings } from "../generate/fragments.ts";
import { adviceFor } from "../migrate/advice.ts";
import { mergePlaces } from "../migrate/merge-places.ts";
import { countChanges } from "./count-changes.ts";

/** What the published documents of several revisions say about each other: facts and our own words. */
export interface Audit {
  /** What was compared of them. */
  selection: FragmentSettings["select"];
  documents: SpecIdentity[];
  /** Each with the one after it and, where there are more than two, the first with the last. */
  comparisons: AuditComparison[];
}

export interface AuditComparison {
  from: string;
  to: string;
  bump: Bump;
  /** How many operations were added, removed, moved, renamed, changed or left alone. */
  operations: Record<string, number>;
  /** Heaviest first. */
  findings: AuditFinding[];
}

/** Every finding of one kind. */
export interface AuditFinding {
  rule: string;
  direction: Direction;
  bump: Bump;
  count: number;
  /** Ids of the operations that it concerns. */
  operations: string[];
  /** Of what can break a program: where it is, and what to do. */
  places?: string[];
  advice?: string;
}

/** More places than this are told by their number. */
const shownPlaces = 40;

/** Compares what is selected of the documents `<revision>.json` in a folder, oldest first. */
export async function auditDocuments(root: string, folder: string, selection: Audit["selection"]): Promise<Audit> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-\d{2}-\d{2}(\.pre)?\.json$/.test(name)).sort();
  if (names.length < 2) {
    const shown = relative(process.cwd(), folder) || ".";
    throw new SpecError(`${shown}: expected two documents or more, named <revision>.json, but found ${names.length}`);
  }
  const pairs = names.slice(1).map((name, index) => [names[index] ?? "", name] as const);
  if (names.length > 2) pairs.push([names[0] ?? "", names.at(-1) ?? ""]);
  const documents = new Map<string, SpecIdentity>();
  const comparisons: AuditComparison[] = [];
  for (const [base, head] of pairs) {
    const diff = await diffSpecs(root, base, head, { all: false, selection, path: (name) => join(folder, name) });
    for (const identity of [diff.base, diff.head]) documents.set(identity.revision, identity);
    comparisons.push(summarize(diff));
  }
  return { selection, documents: [...documents.values()], comparisons };
}

function summarize({ base, head, bump, operations }: SpecDiff): AuditComparison {
  const kinds = Map.groupBy(groupFindings(operations), (group) => [group.rule, group.direction, group.bump].join(" "));
  const order = operations.map(nameOf);
  return {
    from: base.revision,
    to: head.revision,
    bump,
    operations: Object.fromEntries(countChanges(operations)),
    findings: [...kinds.values()]
      .map((groups) => summarizeKind(groups, order))
      .sort((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump) || b.count - a.count || (a.rule < b.rule ? -1 : 1)),
  };
}

function summarizeKind(groups: readonly FindingGroup[], order: readonly string[]): AuditFinding {
  const [{ rule, direction, bump } = { rule: "", direction: "wire", bump: "none" } as const] = groups;
  const concerned = new Set(groups.flatMap((group) => group.operations));
  const finding: AuditFinding = {
    rule,
    direction,
    bump,
    count: groups.reduce((sum, group) => sum + group.places.length, 0),
    operations: order.filter((name) => concerned.has(name)),
  };
  if (bump !== "major") return finding;
  const places = mergePlaces(groups).map(([place]) => place);
  const shown = places.slice(0, shownPlaces);
  if (places.length > shown.length) shown.push(`and ${places.length - shown.length} more places`);
  return { ...finding, places: shown, advice: adviceFor(rule, direction) };
}

/** As findings name an operation: by its id, or by method and path where it has none. */
function nameOf({ operationId, method, path }: OperationVerdict): string {
  return operationId || `${method} ${path}`;
}
