import ts from "typescript";
import { isAmbiguous, type Plan } from "../migration/plan.ts";
import { type Member, memberOf, memberValue, objectLiteral } from "../syntax/object-literal.ts";
import type { Call } from "../uses/calls.ts";
import type { Source } from "../uses/source.ts";
import type { Changes, Edit } from "./edit.ts";

/** `params: { path: { id } }` follows a path whose parameter has another name now. */
export function renamePathParameters({ calls, standing }: Source, { paths }: Plan): Changes {
  const changes: Changes = { edits: [], notes: [] };
  for (const call of calls) {
    const { path, now } = call.operation;
    const fate = paths.get(path);
    if (!now || (standing === "maybe" && fate && isAmbiguous(path, fate, paths))) continue;
    const renames = renamedParameters(path, now.path);
    if (renames.size === 0 || (call.migrated && hasAll(call, namesIn(now.path)))) continue;
    const edits = renames === undecided ? undefined : renameKeys(call, renames);
    if (edits) changes.edits.push(...edits);
    else changes.notes.push({ position: call.node.getStart(), message: adviceFor(path, now.path) });
  }
  return changes;
}

const undecided: ReadonlyMap<string, string> = new Map([["", ""]]);

/** Parameters correspond by their place, if the paths are otherwise alike; else by name, and that needs no rename. */
function renamedParameters(before: string, after: string): ReadonlyMap<string, string> {
  const [old, now] = [namesIn(before), namesIn(after)];
  const renames = new Map(old.flatMap((name, index) => (name === now[index] ? [] : [[name, now[index] ?? ""]])));
  if (renames.size === 0 && old.length === now.length) return renames;
  if (skeleton(before) === skeleton(after)) return renames;
  return old.toSorted().join() === now.toSorted().join() ? new Map() : undecided;
}

function pathOf({ init }: Call): ts.Expression | undefined {
  return memberValue(memberOf(memberValue(memberOf(init, "params")), "path"));
}

function hasAll(call: Call, names: readonly string[]): boolean {
  return names.every((name) => memberOf(pathOf(call), name));
}

function renameKeys(call: Call, renames: ReadonlyMap<string, string>): Edit[] | undefined {
  const path = pathOf(call);
  if (!objectLiteral(path)) return undefined;
  const edits: Edit[] = [];
  for (const [old, now] of renames) {
    const member = memberOf(path, old);
    if (member) edits.push(renameKey(member, now));
    else if (!memberOf(path, now)) return undefined;
  }
  return edits;
}

function renameKey(member: Member, name: string): Edit {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const [start, end] = [member.name.getStart(), member.name.end];
  return { start, end, text: ts.isPropertyAssignment(member) ? key : `${key}: ${member.name.text}` };
}

function adviceFor(before: string, after: string): string {
  return `the path's parameters were ${list(namesIn(before))} and are ${list(namesIn(after))}: change \`params.path\``;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ") || "none";
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}

function skeleton(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}").replace(/\/$/, "");
}
