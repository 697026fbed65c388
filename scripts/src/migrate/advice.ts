import type { Direction } from "../diff/verdict.ts";

/** What each rule asks of a user, in an imperative sentence. */
export const advice: Readonly<Record<string, string>> = {
  "nullable-added": "May be null now: expect it, or give it a default with `??`.",
  "property-became-optional": "May be missing now: expect `undefined`.",
  "property-removed": "Gone: stop using it.",
  "parameter-removed": "Gone: stop passing it.",
  "enum-value-added": "Has values that your program does not know: handle them, or have a default case.",
  "enum-value-removed": "Lost values: drop what handles or sends them.",
  "type-changed": "Is of another type.",
  "type-widened": "Can be more than before.",
  "type-narrowed": "Can be less than before.",
  "variant-added": "Has another possible shape.",
  "variant-removed": "Lost a possible shape.",
  "media-type-removed":
    "Has another media type: only programs that name it in types notice, the client sends and accepts the right one.",
  "status-removed": "Is no longer answered: drop what names it.",
  "status-added-breaking": "Can answer with a new status and another body.",
  "property-became-required": "Must be sent now.",
  "property-added-required": "Is new and must be sent.",
  "parameter-added-required": "Is new and must be passed.",
  "parameter-became-required": "Must be passed now.",
  "nullable-removed": "May no longer be null: leave it out instead.",
  "property-became-read-only": "Is set by Klaviyo only: stop sending it.",
  "path-changed": "Call the operation at its new path.",
  "operation-removed": "Gone: do without the operation.",
  "operation-moved": "Call the operation that took its place.",
  "schema-removed": "Gone: name another type.",
};

const byDirection: Readonly<Record<Direction, string>> = {
  name: "Is called otherwise: name it as it is called now.",
  request: "Is taken otherwise: the compiler shows the calls that it concerns.",
  response: "Is answered otherwise: the compiler shows what reads it.",
  wire: "No compiler sees it: check keys, limits and what your program sends.",
};

/** What a finding that can break a program asks of its user. */
export function adviceFor(rule: string, direction: Direction): string {
  return advice[rule] ?? byDirection[direction];
}
