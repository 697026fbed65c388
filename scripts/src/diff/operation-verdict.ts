import type { OperationEntry } from "../document/list-operations.ts";
import type { OperationPair } from "./match-operations.ts";
import { type Direction, type Effect, type Finding, maxBump, type OperationVerdict } from "./verdict.ts";

/** Sums up what was found of an operation that both documents have. */
export function operationVerdict(base: OperationEntry, head: OperationEntry, found: Finding[]): OperationVerdict {
  const findings = distinct(found.filter(({ bump }) => bump !== "none"));
  const former = { path: base.path, operationId: idOf(base) };
  const renamed = findings.some(({ rule }) => rule === "operation-renamed");
  // "Renamed" when that is all there is; with other changes those are the news.
  const onlyNames = findings.every(({ direction, bump }) => direction === "name" || bump === "patch");
  const meaningful = findings.length > 0;
  return {
    ...nameOf(head),
    change: renamed && onlyNames ? "renamed" : meaningful ? "changed" : "unchanged",
    bump: maxBump(findings.map(({ bump }) => bump)),
    request: effectOn("request", findings),
    response: effectOn("response", findings),
    findings: byWeight(findings),
    ...((former.path !== head.path || former.operationId !== idOf(head)) && { former }),
  };
}

export function unchanged(entry: OperationEntry): OperationVerdict {
  return {
    ...nameOf(entry),
    change: "unchanged",
    bump: "none",
    request: "unchanged",
    response: "unchanged",
    findings: [],
  };
}

/** Where the operation of a new place was before, if it has moved. */
export function originOf(entry: OperationEntry, pairs: readonly OperationPair[]): OperationEntry | undefined {
  return pairs.find(({ base, head }) => base && !head && sameName(base, entry))?.base;
}

export function added(entry: OperationEntry): OperationVerdict {
  const rule = `${kindOf(entry)}-added`;
  const message = `the ${kindOf(entry)} is new`;
  return {
    ...nameOf(entry),
    change: "added",
    bump: "minor",
    request: "compatible",
    response: "compatible",
    findings: [{ rule, direction: "name", bump: "minor", pointer: entry.pointer, message, by: "compiler" }],
  };
}

/** Sums up an operation at its new place, with what was found there when it is compared with the old one. */
export function movedHere(base: OperationEntry, head: OperationEntry, found: readonly Finding[]): OperationVerdict {
  const { findings } = added(head);
  const message = `the operation was at \`${base.method.toUpperCase()} ${base.path}\``;
  const move = findings.map((finding) => ({ ...finding, rule: "operation-moved-here", message }));
  // Which parameters a path has is a part of the move: who writes the new path writes them, too.
  const isOfPath = ({ rule, detail }: Finding) => rule.startsWith("parameter-") && detail?.path?.[0] === "path";
  return {
    ...operationVerdict(base, head, [...move, ...found.filter((finding) => !isOfPath(finding))]),
    change: "added",
    former: { path: base.path, operationId: idOf(base) },
  };
}

export function removed(entry: OperationEntry, pairs: readonly OperationPair[]): OperationVerdict {
  const target = pairs.find(({ base, head }) => head && !base && sameName(entry, head))?.head;
  const message = target
    ? `the operation is at \`${target.method.toUpperCase()} ${target.path}\` now; calls of the old path no longer compile`
    : kindOf(entry) === "webhook"
      ? "the webhook is gone; programs wait for it in vain"
      : "the operation is gone; calls of it no longer compile";
  const rule = target ? "operation-moved" : `${kindOf(entry)}-removed`;
  const detail = { old: entry.path, ...(target && { new: target.path }) };
  return {
    ...nameOf(entry),
    change: "removed",
    bump: "major",
    request: "breaking",
    response: "breaking",
    findings: [{ rule, direction: "name", bump: "major", pointer: entry.pointer, message, by: "compiler", detail }],
  };
}

/** Webhooks have names instead of paths. */
function kindOf({ path }: OperationEntry): "operation" | "webhook" {
  return path.startsWith("/") ? "operation" : "webhook";
}

function sameName(base: OperationEntry, head: OperationEntry): boolean {
  const id = base.operation.operationId;
  const { operationId, "x-klaviyo-operation-aliases": aliases = [] } = head.operation;
  return id !== undefined && kindOf(base) === kindOf(head) && [operationId, ...aliases].includes(id);
}

function effectOn(direction: Direction, findings: readonly Finding[]): Effect {
  const weights = findings.filter((finding) => finding.direction === direction).map(({ bump }) => bump);
  if (weights.includes("major")) return "breaking";
  return weights.length > 0 ? "compatible" : "unchanged";
}

/** The members of a union often differ in the same way where they are written in place; and what types show need not be said again of the document. */
function distinct(findings: readonly Finding[]): Finding[] {
  const placeOf = ({ rule, direction, pointer }: Finding) => [rule, direction, pointer].join(" ");
  const shown = new Set(findings.filter(({ by }) => by === "compiler").map(placeOf));
  const kept = findings.filter((finding) => finding.by === "compiler" || !shown.has(placeOf(finding)));
  const same = ({ rule, message, pointer }: Finding) =>
    [rule, message, pointer.startsWith("/components/") && pointer].join("\n");
  return [...new Map(kept.map((finding) => [same(finding), finding])).values()];
}

function byWeight(findings: readonly Finding[]): Finding[] {
  const weight = { major: 0, minor: 1, patch: 2, none: 3 };
  return [...findings].sort((a, b) => weight[a.bump] - weight[b.bump]);
}

function nameOf(entry: OperationEntry) {
  return { method: entry.method.toUpperCase(), path: entry.path, operationId: idOf(entry) };
}

function idOf({ operation }: OperationEntry): string {
  return operation.operationId ?? "";
}
