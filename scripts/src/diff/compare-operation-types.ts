import ts from "typescript";
import { typeComparison } from "./compare-types.ts";
import type { Comparison, TypeDifference } from "./comparison.ts";
import { typeParts } from "./type-parts.ts";

/** A difference of the frame around the schemas: which parameters, bodies, statuses and media types there are. */
export type FrameRule =
  | "parameter-removed"
  | "parameter-added"
  | "parameter-added-required"
  | "parameter-became-required"
  | "parameter-became-optional"
  | "request-body-added"
  | "request-body-added-required"
  | "request-body-removed"
  | "request-body-became-required"
  | "request-body-became-optional"
  | "media-type-removed"
  | "media-type-added"
  | "status-added"
  | "status-added-breaking"
  | "status-removed"
  | "body-added"
  | "body-removed";

export type OperationDifference = Omit<TypeDifference, "rule"> & {
  rule: TypeDifference["rule"] | FrameRule;
  direction: "request" | "response";
};

type Report = (difference: Omit<OperationDifference, "direction">) => void;

/** Makes the function that compares the generated types of an operation in the base and in the head. */
export function operationComparison(
  checker: ts.TypeChecker,
): (before: ts.Type, after: ts.Type) => OperationDifference[] {
  const request = typeComparison(checker, "request");
  const response = typeComparison(checker, "response");
  const get = (type: ts.Type | undefined, name: string) => memberOf(checker, type, name);

  return (before, after) => {
    const differences: OperationDifference[] = [];
    const to =
      (direction: "request" | "response"): Report =>
      (difference) =>
        differences.push({ direction, ...difference });
    for (const place of ["path", "query", "header", "cookie"]) {
      const [old, now] = [before, after].map((type) => get(get(type, "parameters")?.type, place)?.type);
      compareParameters(request, old, now, place, to("request"));
    }
    compareBodies(request, get(before, "requestBody"), get(after, "requestBody"), to("request"));
    compareStatuses(response, get(before, "responses")?.type, get(after, "responses")?.type, to("response"));
    return differences;
  };
}

function compareParameters(
  comparison: Comparison,
  before: ts.Type | undefined,
  after: ts.Type | undefined,
  place: string,
  report: Report,
): void {
  const { checker } = comparison;
  const names = new Set([...namesOf(checker, before), ...namesOf(checker, after)]);
  for (const name of names) {
    const old = memberOf(checker, before, name);
    const now = memberOf(checker, after, name);
    const path = [place, name];
    if (old && now) {
      if (old.optional !== now.optional) {
        const rule = old.optional ? "parameter-became-required" : "parameter-became-optional";
        report({ rule, path, old: old.type, new: now.type });
      }
      comparison.compare(old.type, now.type, path, report);
    } else if (old) report({ rule: "parameter-removed", path, old: old.type });
    else if (now) report({ rule: now.optional ? "parameter-added" : "parameter-added-required", path, new: now.type });
  }
}

function compareBodies(comparison: Comparison, before: Member | undefined, after: Member | undefined, report: Report) {
  const { checker } = comparison;
  const old = memberOf(checker, before?.type, "content");
  const now = memberOf(checker, after?.type, "content");
  const path = ["body"];
  if (!old && now) report({ rule: after?.optional ? "request-body-added" : "request-body-added-required", path });
  if (old && !now) report({ rule: "request-body-removed", path });
  if (!old || !now) return;
  if (before?.optional !== after?.optional) {
    report({ rule: before?.optional ? "request-body-became-required" : "request-body-became-optional", path });
  }
  compareContents(comparison, old.type, now.type, path, report);
}

function compareStatuses(
  comparison: Comparison,
  before: ts.Type | undefined,
  after: ts.Type | undefined,
  report: Report,
): void {
  const { checker } = comparison;
  const content = (type: ts.Type | undefined, status: string) =>
    memberOf(checker, memberOf(checker, type, status)?.type, "content")?.type;
  const oldStatuses = namesOf(checker, before);
  for (const status of oldStatuses) {
    const path = [status];
    const now = memberOf(checker, after, status);
    if (!now) {
      report({ rule: "status-removed", path });
      continue;
    }
    const headers = (type: ts.Type | undefined) =>
      memberOf(checker, memberOf(checker, type, status)?.type, "headers")?.type;
    const [oldHeaders, newHeaders] = [headers(before), headers(after)];
    if (oldHeaders && newHeaders) comparison.compare(oldHeaders, newHeaders, [status, "headers"], report);
    const [oldContent, newContent] = [content(before, status), content(after, status)];
    if (oldContent && newContent) compareContents(comparison, oldContent, newContent, path, report);
    else if (oldContent) report({ rule: "body-removed", path });
    else if (newContent) report({ rule: "body-added", path });
  }
  for (const status of namesOf(checker, after).filter((name) => !oldStatuses.includes(name))) {
    const oldBodies = oldStatuses.filter(sameClass(status)).map((name) => bodyOf(checker, content(before, name)));
    const body = bodyOf(checker, content(after, status));
    // Where there was no body nobody reads one.
    const expected = oldBodies.some((old) => !old || (body && comparison.fits(old, body)));
    report({ rule: expected || oldBodies.length === 0 ? "status-added" : "status-added-breaking", path: [status] });
  }
}

/** A program reads the body of any success in one place, so a new success must look like one that was there. */
function sameClass(status: string): (other: string) => boolean {
  const isSuccess = (name: string) => name.startsWith("2");
  return (other) => isSuccess(other) === isSuccess(status);
}

function compareContents(
  comparison: Comparison,
  before: ts.Type,
  after: ts.Type,
  path: readonly string[],
  report: Report,
): void {
  const { checker } = comparison;
  const old = namesOf(checker, before);
  const now = namesOf(checker, after);
  for (const name of old.filter((media) => !now.includes(media))) {
    report({ rule: "media-type-removed", path: [...path, name] });
  }
  for (const name of now.filter((media) => !old.includes(media))) {
    report({ rule: "media-type-added", path: [...path, name] });
  }
  for (const name of old) {
    // Under another media type it is still the same body, and a reader wants to know what else is new.
    const successor = now.includes(name) ? name : now[0];
    const a = memberOf(checker, before, name);
    const b = successor === undefined ? undefined : memberOf(checker, after, successor);
    if (a && b && successor) comparison.compare(a.type, b.type, [...path, successor], report);
  }
}

interface Member {
  type: ts.Type;
  optional: boolean;
}

/** A property that can have a value; openapi-typescript writes `query?: never` for what an operation does not have. */
function memberOf(checker: ts.TypeChecker, type: ts.Type | undefined, name: string): Member | undefined {
  const symbol = type && checker.getPropertyOfType(checker.getNonNullableType(type), name);
  if (!symbol) return undefined;
  const member = checker.getTypeOfSymbol(symbol);
  const { null: isNull, anything, scalars, arrays, objects } = typeParts(checker, member);
  const isNever = !isNull && !anything && scalars.length + arrays.length + objects.length === 0;
  return isNever ? undefined : { type: member, optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0 };
}

function namesOf(checker: ts.TypeChecker, type: ts.Type | undefined): string[] {
  const names = type ? checker.getPropertiesOfType(checker.getNonNullableType(type)).map(({ name }) => name) : [];
  return names.filter((name) => memberOf(checker, type, name));
}

function bodyOf(checker: ts.TypeChecker, content: ts.Type | undefined): ts.Type | undefined {
  const [name] = namesOf(checker, content);
  return name === undefined ? undefined : memberOf(checker, content, name)?.type;
}
