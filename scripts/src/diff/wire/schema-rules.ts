import { isDeepStrictEqual } from "node:util";
import { dropLinkDates } from "../../pull/drop-link-dates.ts";
import { placeName } from "../place-name.ts";
import type { Bump, Finding } from "../verdict.ts";
import { limitBump, limitChanges } from "./limits.ts";
import type { SchemaPair } from "./schema-pairs.ts";

/** What two schemas at the same place demand differently, as far as their types do not show it. */
export function schemaRules({ base, head, path }: SchemaPair, direction: "request" | "response"): Finding[] {
  const findings: Finding[] = [];
  const place = placeName(path, direction);
  const add = (rule: string, bump: Bump, message: string) =>
    findings.push({ rule, direction, bump, pointer: head.pointer, message, by: "wire" });
  const old = base.keywords;
  const now = head.keywords;

  for (const change of limitChanges(old, now)) {
    const was = change.old === undefined ? "none" : show(change.old);
    const is = change.new === undefined ? "none" : show(change.new);
    const consequence = {
      tightened: "fewer values are valid",
      loosened: "more values are valid",
      changed: "other values are valid",
    };
    add(
      `limit-${change.effect}`,
      limitBump(change.effect, direction),
      `${change.keyword} of ${place} was ${was} and is ${is}: ${consequence[change.effect]}`,
    );
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
