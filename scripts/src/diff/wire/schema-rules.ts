import { isDeepStrictEqual } from "node:util";
import { dropLinkDates } from "../../pull/drop-link-dates.ts";
import type { Bump, Finding } from "../verdict.ts";
import { type LimitChange, limitBump, limitChanges } from "./limits.ts";
import { dependencyChanges, isMet } from "./requirements.ts";
import type { SchemaPair, WireSchema } from "./schema-pairs.ts";

/** What two schemas at the same place demand differently, as far as their types do not show it. */
export function schemaRules(
  { base, head }: SchemaPair,
  direction: "request" | "response",
  placeOf: (...steps: string[]) => string,
): Finding[] {
  const findings: Finding[] = [];
  const place = placeOf();
  const add = (rule: string, bump: Bump, message: string, pointer = head.pointer, of = place) =>
    findings.push({ rule, direction, bump, pointer, message, by: "wire", detail: { place: of } });
  const old = base.keywords;
  const now = head.keywords;

  for (const change of [...limitChanges(old, now), ...wholeNumbers(base, head), ...dependencyChanges(base, head)]) {
    const was = change.old === undefined ? "none" : show(change.old);
    const is = change.new === undefined ? "none" : show(change.new);
    const consequence = {
      tightened: "fewer values are valid",
      loosened: "more values are valid",
      changed: "other values are valid",
    };
    add(
      `limit-${change.effect}`,
      limitBump(change, direction),
      `${change.keyword} of ${place} was ${was} and is ${is}: ${consequence[change.effect]}`,
    );
  }
  if (direction === "request") {
    // A name can be required by another part of an `allOf` than the one that describes it, or by one where none does.
    for (const name of head.required.difference(base.required)) {
      const [it, pointer] = [placeOf(name), head.properties.get(name)?.pointer];
      if (base.properties.has(name)) add("property-became-required", "major", `${it} must be sent now`, pointer, it);
      else add("property-added-required", "major", `${it} is new and must be sent`, pointer, it);
    }
    for (const name of base.required.difference(head.required)) {
      const [it, pointer] = [placeOf(name), head.properties.get(name)?.pointer];
      if (pointer) add("property-became-optional", "minor", `${it} may be left out now`, pointer, it);
    }
    for (const [rule, bump, message] of demands(base, head, place)) add(rule, bump, message);
  }
  if (direction === "request" && !isDeepStrictEqual(old.default, now.default)) {
    if (old.default === undefined) {
      add("default-added", "minor", `${place} has a default now, ${show(now.default)}, for when it is left out`);
    } else {
      const is = now.default === undefined ? "there is none" : `it is ${show(now.default)}`;
      add("default-changed", "major", `leaving out ${place} meant ${show(old.default)}; now ${is}`);
    }
  }
  if (direction === "response" && old.writeOnly !== true && now.writeOnly === true) {
    add("write-only-added", "major", `${place} is only accepted, no longer sent`);
  }
  if (old.deprecated !== true && now.deprecated === true) add("deprecated", "minor", `${place} is deprecated`);
  if (old.deprecated === true && now.deprecated !== true)
    add("not-deprecated", "patch", `${place} is no longer deprecated`);
  return findings;
}

/** `number` and `integer` are one type to a program. */
function wholeNumbers(base: WireSchema, head: WireSchema): LimitChange[] {
  const numberIn = ({ types }: WireSchema) => (types.has("number") ? "number" : types.has("integer") ? "integer" : "");
  const [old, now] = [numberIn(base), numberIn(head)];
  if (!old || !now || old === now) return [];
  return [{ keyword: "type", old, new: now, effect: now === "integer" ? "tightened" : "loosened" }];
}

/** What must be there, or must not be, in a request beyond what single properties say. */
function demands(base: WireSchema, head: WireSchema, place: string): [rule: string, bump: Bump, message: string][] {
  const found: ReturnType<typeof demands> = [];
  const say = (sets: string[][]) => sets.map((names) => names.join(" with ") || "nothing").join(", or ");
  const sure = base.required.union(head.required);
  if (!isMet(head.alternatives, sure, base.alternatives)) {
    found.push(["requirement-added", "major", `${place} must have more now: ${say(head.alternatives)}`]);
  } else if (!isMet(base.alternatives, sure, head.alternatives)) {
    found.push(["requirement-removed", "minor", `${place} need no longer have ${say(base.alternatives)}`]);
  }
  if (!base.isClosed && head.isClosed) {
    found.push(["object-closed", "major", `${place} takes no properties but those that it names`]);
  } else if (base.isClosed && !head.isClosed) {
    found.push(["object-opened", "minor", `${place} takes other properties, too`]);
  }
  return found;
}

/** Whether people read something else at this place; dates in links aside. */
export function wordsDiffer({ base, head }: SchemaPair): boolean {
  return words(base.keywords) !== words(head.keywords);
}

function words({ title, description }: Record<string, unknown>): string {
  return [title, description].map((text) => (typeof text === "string" ? dropLinkDates(text).trim() : "")).join("\n");
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
