import type { Bump } from "../verdict.ts";
import type { Json } from "./flatten-schema.ts";

export interface LimitChange {
  keyword: string;
  old: unknown;
  new: unknown;
  /** Which values are allowed now: fewer, more, or just others. */
  effect: "tightened" | "loosened" | "changed";
}

const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/** Limits that cannot be compared, only be there or not. */
const other = ["pattern", "format", "multipleOf", "uniqueItems"];

/** What a schema demands of values beyond their type, which no type shows. */
export function limitChanges(base: Json, head: Json): LimitChange[] {
  const changes = [...upper, ...lower, ...other].flatMap((keyword): LimitChange[] => {
    const old = base[keyword] === false ? undefined : base[keyword];
    const now = head[keyword] === false ? undefined : head[keyword];
    if (old === now) return [];
    return [{ keyword, old, new: now, effect: effectOf(keyword, old, now) }];
  });
  const whole = (node: Json) => node.type === "integer";
  const numeric = (node: Json) => whole(node) || node.type === "number";
  if (numeric(base) && numeric(head) && whole(base) !== whole(head)) {
    changes.push({ keyword: "type", old: base.type, new: head.type, effect: whole(head) ? "tightened" : "loosened" });
  }
  return changes;
}

function effectOf(keyword: string, old: unknown, now: unknown): LimitChange["effect"] {
  if (old === undefined) return "tightened";
  if (now === undefined) return "loosened";
  if (typeof old !== "number" || typeof now !== "number") return "changed";
  if (keyword === "multipleOf") return now % old === 0 ? "tightened" : old % now === 0 ? "loosened" : "changed";
  return now > old === upper.includes(keyword) ? "loosened" : "tightened";
}

/** Fewer values break who sends them, more values break who receives them. */
export function limitBump(effect: LimitChange["effect"], direction: "request" | "response"): Bump {
  if (effect === "changed") return "major";
  return (effect === "tightened") === (direction === "request") ? "major" : "minor";
}
