import { fromPointer } from "../document/json-pointer.ts";
import type { Bump, Finding, OperationVerdict, Snippet } from "./verdict.ts";

export interface FindingGroup extends Finding {
  /** Ids of the operations, or method and path of those without. */
  operations: string[];
  /** Where it is in each of them; without steps where it is no part of a request or an answer. */
  places: { operation: string; path: readonly string[] }[];
  /** Where it stands in the documents, as a rule in one place. */
  pointers: string[];
  snippet?: Snippet;
}

const weights: Record<Bump, number> = { major: 0, minor: 1, patch: 2, none: 3 };

/**
 * Each finding once, heaviest first. What is said of a property of a JSON:API resource is one finding, whichever
 * components the resource has; so is a component that changed, whichever operations lead to it and under whichever names.
 * The place is named by the resource, or by the component, where it differs.
 */
export function groupFindings(operations: readonly OperationVerdict[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { operationId, method, path, findings } of operations) {
    for (const finding of findings) {
      const key = keyOf(finding);
      const group = groups.get(key) ?? { ...finding, operations: [], places: [], pointers: [] };
      const operation = operationId || `${method} ${path}`;
      group.places.push({ operation, path: finding.detail?.path ?? [] });
      if (group.operations.at(-1) !== operation) group.operations.push(operation);
      if (!group.pointers.includes(finding.pointer)) group.pointers.push(finding.pointer);
      if (finding.snippet) group.snippet ??= finding.snippet;
      const isOnePlace = group.message === finding.message && !(finding.detail?.resource && group.pointers.length > 1);
      groups.set(key, withTypesOf(finding, isOnePlace ? group : ofSharedPlace(group)));
    }
  }
  return [...groups.values()].sort(
    (a, b) => weights[a.bump] - weights[b.bump] || b.operations.length - a.operations.length,
  );
}

function keyOf({ rule, bump, direction, message, pointer, detail }: Finding): string {
  if (detail?.place && detail.resource) {
    const { type, inside } = detail.resource;
    return [rule, bump, direction, type, ...inside, message.replace(detail.place, "")].join("\n");
  }
  if (!pointer.startsWith("/components/") || !detail?.place) {
    // Within an operation the place is another one each time, although the same is said of it.
    const inside = pointer.replace(/^\/paths\/[^/]+\/[^/]+/, "").replace(/^\/parameters\/\d+/, "/parameters");
    return [rule, bump, message, inside].join("\n");
  }
  // What can be sent and is answered as well is one addition to a component; of what breaks, a reader does other things.
  if (rule === "property-added") return [rule, bump, pointer].join("\n");
  return [rule, bump, direction, pointer, message.replace(detail.place, "")].join("\n");
}

/** Drops the old and new type of a group whose places do not agree in them: one request may require what another does not. */
function withTypesOf(finding: Finding, group: FindingGroup): FindingGroup {
  const { old, new: now, ...detail } = group.detail ?? {};
  return old === finding.detail?.old && now === finding.detail?.new ? group : { ...group, detail };
}

/** Says of the resource or the component what was said of a place in one operation. */
function ofSharedPlace(group: FindingGroup): FindingGroup {
  const { place, path: way, resource, ...detail } = group.detail ?? {};
  if (!place) return group;
  const [, , name = "", ...inside] = fromPointer(group.pointer);
  const owner = resource ? `\`${resource.type}\`` : `the component \`${name}\``;
  const steps = stepsIn(resource?.inside ?? inside);
  // Any other property has no place of its own in a document.
  if (way?.at(-1) === "*" && steps.at(-1) !== "*") steps.push("*");
  const path = steps.map((step, index) => (step === "[]" || index === 0 ? step : `.${step}`)).join("");
  const message = group.message.replace(place, path ? `\`${path}\` of ${owner}` : owner);
  return { ...group, message, detail };
}

/** The steps that a reader knows, of those to a place in a schema. */
function stepsIn([keyword, name = "", ...rest]: readonly string[]): string[] {
  if (keyword === undefined) return [];
  if (keyword === "properties") return [name, ...stepsIn(rest)];
  const following = name === "" ? rest : [name, ...rest];
  if (keyword === "items") return ["[]", ...stepsIn(following)];
  return keyword === "additionalProperties" ? ["*", ...stepsIn(following)] : stepsIn(following);
}
