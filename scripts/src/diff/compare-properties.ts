import ts from "typescript";
import type { Comparison, Findings } from "./comparison.ts";
import { typeParts } from "./type-parts.ts";

/** The properties of two object types, `allOf` members merged. */
export function compareProperties(comparison: Comparison, before: ts.Type, after: ts.Type, findings: Findings): void {
  const { checker } = comparison;
  const { report } = findings;
  const oldIndex = indexTypeOf(checker, before);
  const newIndex = indexTypeOf(checker, after);
  const oldProperties = checker.getPropertiesOfType(before);
  const newProperties = new Map(checker.getPropertiesOfType(after).map((property) => [property.name, property]));
  const isOther = oldProperties.length > 0 && newProperties.size > 0 && oldProperties.every(isGone(newProperties));
  if (isOther && oldProperties.length + newProperties.size > 2 && !oldIndex && !newIndex) {
    // Something else altogether, such as what it was in a wrapper: that is one change, and not one of each property.
    report({ rule: "type-changed", path: [], old: before, new: after });
    return;
  }

  for (const property of oldProperties) {
    const place = [property.name];
    const old = checker.getTypeOfSymbol(property);
    const successor = newProperties.get(property.name);
    newProperties.delete(property.name);
    if (!successor) {
      if (!newIndex) report({ rule: "property-removed", path: place, old });
      else compareWithIndex(comparison, old, newIndex, !isOptional(property), place, findings);
      continue;
    }
    const now = checker.getTypeOfSymbol(successor);
    if (isOptional(property) !== isOptional(successor)) {
      const rule = isOptional(property) ? "property-became-required" : "property-became-optional";
      report({ rule, path: place, old, new: now });
    }
    if (isReadOnly(property) !== isReadOnly(successor)) {
      const rule = isReadOnly(property) ? "property-not-read-only" : "property-became-read-only";
      report({ rule, path: place, old, new: now });
    }
    comparison.walk(old, now, place, findings);
  }

  for (const property of newProperties.values()) {
    const place = [property.name];
    const now = checker.getTypeOfSymbol(property);
    report({ rule: isOptional(property) ? "property-added" : "property-added-required", path: place, new: now });
    // The name was free to hold whatever the index signature allows; now it has a type of its own. Who read it from an
    // answer in which it could be anything had to look what it is.
    const wasAnything = oldIndex !== undefined && typeParts(checker, oldIndex).anything;
    if (oldIndex && !(wasAnything && comparison.direction === "response"))
      comparison.walk(oldIndex, now, place, findings);
  }

  if (oldIndex && newIndex) comparison.walk(oldIndex, newIndex, ["*"], findings);
  else if (oldIndex) report({ rule: "property-removed", path: ["*"], old: oldIndex });
  else if (newIndex && newProperties.size === 0) report({ rule: "property-added", path: ["*"], new: newIndex });
}

function isGone(successors: ReadonlyMap<string, ts.Symbol>): (property: ts.Symbol) => boolean {
  return ({ name }) => !successors.has(name);
}

/** A property that went into the index signature: it can still be written, but is no longer sure to be there. */
function compareWithIndex(
  comparison: Comparison,
  old: ts.Type,
  index: ts.Type,
  wasRequired: boolean,
  place: readonly string[],
  findings: Findings,
): void {
  if (wasRequired) findings.report({ rule: "property-became-optional", path: place, old, new: index });
  comparison.walk(old, index, place, findings);
}

function indexTypeOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.getIndexInfosOfType(type).find(({ keyType }) => keyType.flags & ts.TypeFlags.String)?.type;
}

function isOptional(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Optional) !== 0;
}

function isReadOnly(property: ts.Symbol): boolean {
  return (
    property.declarations?.some(
      (declaration) => ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly,
    ) ?? false
  );
}
