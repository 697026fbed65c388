import type ts from "typescript";
import { locatePath } from "./locate-path.ts";
import { locateType } from "./locate-type.ts";
import type { FrameRule, OperationDifference } from "./operation-difference.ts";
import { placeName } from "./place-name.ts";
import { type TypeRule, typeRules } from "./rules.ts";
import { typeText } from "./type-text.ts";
import type { Bump, Finding } from "./verdict.ts";
import { operationPlaces } from "./wire/operation-places.ts";
import { directionOf, type Side } from "./wire/side.ts";

const frameBumps: Record<FrameRule, Bump> = {
  "parameter-removed": "major",
  "parameter-added": "minor",
  "parameter-added-required": "major",
  "parameter-became-required": "major",
  "parameter-became-optional": "minor",
  "request-body-added": "minor",
  "request-body-added-required": "major",
  "request-body-removed": "major",
  "request-body-became-required": "major",
  "request-body-became-optional": "minor",
  "media-type-removed": "major",
  "media-type-added": "minor",
  "media-type-added-breaking": "major",
  "status-added": "minor",
  "status-added-breaking": "major",
  "status-removed": "major",
  "header-added": "minor",
  "header-removed": "major",
  "body-added": "minor",
  "body-added-breaking": "major",
  "body-removed": "major",
};

/** What is said of the frame of a request, as of one that a program reads and of an answer that it gives. */
const incomingRules: Partial<Record<OperationDifference["rule"], OperationDifference["rule"]>> = {
  "parameter-removed": "property-removed",
  "parameter-added": "property-added",
  "parameter-added-required": "property-added-required",
  "parameter-became-required": "property-became-required",
  "parameter-became-optional": "property-became-optional",
  "request-body-added": "property-added",
  "request-body-added-required": "property-added-required",
  "request-body-removed": "property-removed",
  "request-body-became-required": "property-became-required",
  "request-body-became-optional": "property-became-optional",
  "status-added-breaking": "status-added",
  "body-added-breaking": "body-added",
};

/** A difference of an operation's types as a finding: weighed, located in the documents and said in a sentence. */
export function typeFinding(checker: ts.TypeChecker, base: Side, head: Side, difference: OperationDifference): Finding {
  const { part, path, old, new: now, values, holder } = difference;
  const direction = directionOf(head, part);
  const isIncoming = direction !== part;
  const rule = (isIncoming && incomingRules[difference.rule]) || difference.rule;
  const place = placeName(path, part, head.entry.label);
  const was = old && typeText(checker, old);
  const is = now && typeText(checker, now);
  const message = say(rule, direction, { place, was, is, values: values?.join(", "), path });
  return {
    rule,
    direction,
    bump: rule in frameBumps ? frameBumps[rule as FrameRule] : typeRules[rule as TypeRule][direction],
    pointer:
      (holder && locateType(checker, head.document, holder.after, holder.path)) ??
      (holder && locateType(checker, base.document, holder.before, holder.path)) ??
      locatePath(head.document, head.entry, part, path) ??
      locatePath(base.document, base.entry, part, path) ??
      head.entry.pointer,
    message,
    by: isTyped(base, head, difference) ? "compiler" : "wire",
    detail: {
      ...(!isIncoming && { path: [...path] }),
      place,
      ...(values && { values: values.join(", ") }),
      ...(was !== undefined && { old: was }),
      ...(is !== undefined && { new: is }),
    },
  };
}

/** Callbacks have no types, and what stands in a parameter whose text is of a media type is no more than text to programs. */
function isTyped(
  base: Side,
  head: Side,
  { part, rule, path }: Pick<OperationDifference, "part" | "rule" | "path">,
): boolean {
  if (head.entry.pointer.includes("/callbacks/")) return false;
  const [place, name] = path;
  if (part === "response" || place === "body" || rule.startsWith("parameter-")) return true;
  return [base, head].some(({ document, entry }) => {
    const parameter = operationPlaces(document, entry).parameters.get(`${place} ${name}`);
    return parameter?.node.content === undefined;
  });
}

interface Words {
  place: string;
  was: string | undefined;
  is: string | undefined;
  values: string | undefined;
  path: readonly string[];
}

function say(rule: OperationDifference["rule"], direction: "request" | "response", words: Words): string {
  const { place, was, is, values, path } = words;
  const wasIs = `was \`${was}\` and is \`${is}\``;
  const inRequest = direction === "request";
  const sentences: Record<OperationDifference["rule"], string> = {
    "property-added": `${place} is new${inRequest ? " and may be left out" : ""}`,
    "property-added-required": inRequest ? `${place} is new and must be sent` : `${place} is new`,
    "property-removed": inRequest
      ? `${place} is gone; a literal that sets it no longer compiles`
      : `${place} is gone; reading it no longer compiles`,
    "property-became-required": inRequest ? `${place} must be sent now` : `${place} is always there now`,
    "property-became-optional": inRequest ? `${place} may be left out now` : `${place} may be missing now`,
    "property-became-read-only": `${place} is read-only now and cannot be sent`,
    "property-not-read-only": `${place} is no longer read-only`,
    "nullable-added": inRequest ? `${place} may be null now` : `${place} may be null now; reading it must expect that`,
    "nullable-removed": inRequest ? `${place} may no longer be null` : `${place} is never null now`,
    "enum-value-added": inRequest
      ? `${place} takes more values: ${values}`
      : `${place} has new values that a program does not know: ${values}`,
    "enum-value-removed": inRequest
      ? `${place} no longer takes ${values}`
      : `${place} is never ${values} now; comparing it with that no longer compiles`,
    "open-enum-value-added": `${place} has new known values: ${values}`,
    "open-enum-value-removed": `${place} no longer lists ${values}`,
    "variant-added": inRequest
      ? `${place} may have another shape, too: ${is}`
      : `${place} can have a shape that a program does not know: ${is}`,
    "variant-removed": inRequest
      ? `${place} no longer takes the shape ${was}`
      : `${place} never has the shape ${was} now`,
    "type-widened": inRequest
      ? `${place} takes more: it ${wasIs}`
      : `${place} can be more than a program expects: it ${wasIs}`,
    "type-narrowed": inRequest
      ? `${place} takes less: it ${wasIs}`
      : `${place} can no longer be all that it was: it ${wasIs}`,
    "type-changed": `${place} ${wasIs}`,
    "parameter-removed": `${place} is gone; a call that passes it no longer compiles`,
    "parameter-added": `${place} is new and may be left out`,
    "parameter-added-required": `${place} is new and must be passed`,
    "parameter-became-required": `${place} must be passed now`,
    "parameter-became-optional": `${place} may be left out now`,
    "request-body-added": "the operation can take a body now",
    "request-body-added-required": "the operation must be given a body now",
    "request-body-removed": "the operation takes no body any more",
    "request-body-became-required": "the body can no longer be left out",
    "request-body-became-optional": "the body may be left out now",
    "media-type-removed": `${path[0] === "body" ? "the request body" : `the ${path[0]} answer`} is no longer \`${path[1]}\``,
    "media-type-added": `${path[0] === "body" ? "the request body" : `the ${path[0]} answer`} can be \`${path[1]}\` now`,
    "media-type-added-breaking": `the ${path[0]} answer can be \`${path[1]}\` now, whose body is none that a program expects`,
    "status-added": `the status ${path[0]} is new; its body is as a program expects it`,
    "status-added-breaking": `the status ${path[0]} is new; its body is none of those that a program expects`,
    "status-removed": `the status ${path[0]} is gone; naming it no longer compiles`,
    "header-added": `${place} is new`,
    "header-removed": `${place} is gone; reading it as what it was no longer compiles`,
    "body-added": `the ${path[0]} answer has a body now`,
    "body-added-breaking": `the ${path[0]} answer has a body now, which is none of those that a program expects`,
    "body-removed": `the ${path[0]} answer has no body any more`,
  };
  return sentences[rule];
}
