import ts from "typescript";
import { typePath } from "./type-at.ts";
import { type TypeExpression, typeExpression } from "./type-expression.ts";
import type { TypeModule } from "./type-module.ts";
import type { Finding, OperationVerdict, Snippet } from "./verdict.ts";

type Modules = Record<"base" | "head", TypeModule>;

/** What a program wrote for the old types, and what it writes for the new ones; for whoever can check that it compiles. */
export function draftSnippet(
  checker: ts.TypeChecker,
  modules: Modules,
  { method, path, operationId, former }: OperationVerdict,
  { rule, direction, detail }: Finding,
): Snippet | undefined {
  const formerPath = former?.path ?? path;
  if (rule === "path-changed" || rule === "path-parameter-renamed") {
    const code = (route: string) => `type Call = routes["${method}"]["${route}"];`;
    return { before: code(formerPath), after: code(path) };
  }
  if (rule === "schema-removed" && detail?.old)
    return { before: `type Value = Schema<${JSON.stringify(detail.old)}>;`, after: `// \`${detail.old}\` is gone` };
  const old = modules.base.operation(method, formerPath);
  const now = modules.head.operation(method, path);
  const isShape = direction === "request" || direction === "response";
  if (!isShape || !detail?.path || !old || !now) return undefined;

  const at = (type: ts.Type, id: string, place: readonly string[]) =>
    typeExpression(checker, { code: `Operation<"${id}">`, type }, typePath(direction, place));
  const places = (place: readonly string[]) => ({
    old: at(old, former?.operationId ?? operationId, place),
    now: at(now, operationId, place),
  });
  const name = detail.path.at(-1) ?? "";
  const holder = places(detail.path.slice(0, -1));
  const place = places(detail.path);
  if (rule === "media-type-removed") return mediaTypes(place.old, places(detail.path.slice(0, 1)).now);
  return direction === "response"
    ? reading(checker, rule, name, holder.old, place)
    : writing(checker, rule, name, holder, place);
}

interface Places {
  old: TypeExpression | undefined;
  now: TypeExpression | undefined;
}

function mediaTypes(old: TypeExpression | undefined, contents: TypeExpression | undefined): Snippet | undefined {
  if (!old || !contents) return undefined;
  return { before: `type Body = ${old.code};`, after: `type Body = ${contents.code}[keyof ${contents.code}];` };
}

/** A property read into a variable of the type it has. */
function reading(
  checker: ts.TypeChecker,
  rule: string,
  name: string,
  holder: TypeExpression | undefined,
  { old, now }: Places,
): Snippet | undefined {
  const isName = /^[A-Za-z_$][\w$]*$/.test(name);
  const variable = isName ? name : "value";
  if (!old || !holder) return undefined;
  if (now) {
    const [before, after] = [textOf(checker, old.type, rule), textOf(checker, now.type, rule)];
    const read = ({ code }: TypeExpression, text: string) =>
      `declare const answer: ${code};\nconst ${variable}: ${text} = answer;`;
    return before && after ? { before: read(old, before), after: read(now, after) } : undefined;
  }
  const member = isName ? `.${name}` : `[${JSON.stringify(name)}]`;
  const access = `declare const answer: NonNullable<${holder.code}>;\nconst ${variable} = answer${member};`;
  return { before: access, after: `// \`${name}\` is gone` };
}

/** The type that a program writes; of a long one only whether there may be no value, where that is what changed. */
function textOf(checker: ts.TypeChecker, type: ts.Type, rule: string): string | undefined {
  const text = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  if (text.length < 200) return text;
  if (rule !== "nullable-added" && rule !== "property-became-optional") return undefined;
  const members = type.isUnion() ? type.types : [type];
  const missing = members.filter(({ flags }) => flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined));
  return ["NonNullable<typeof answer>", ...missing.map((member) => checker.typeToString(member))].join(" | ");
}

/** A request's literal that sets a property, or does not. */
function writing(
  checker: ts.TypeChecker,
  rule: string,
  name: string,
  holder: Places,
  { old, now }: Places,
): Snippet | undefined {
  if (!holder.old || !holder.now) return undefined;
  const key = JSON.stringify(name);
  const write = ({ code }: TypeExpression, value: string | undefined) =>
    `const request: Pick<NonNullable<${code}>, ${key}> = {${value === undefined ? "" : ` ${key}: ${value} `}};`;
  const [was, is] = [old, now].map((place) => place && exampleOf(checker, place.type));
  if (!now) return was === undefined ? undefined : { before: write(holder.old, was), after: `// \`${name}\` is gone` };
  if (is === undefined) return undefined;
  const after = write(holder.now, is);
  if (rule.endsWith("became-required")) return { before: write(holder.old, undefined), after };
  if (rule.endsWith("added-required")) return { before: `// \`${name}\` did not exist`, after };
  return was === undefined ? undefined : { before: write(holder.old, was), after };
}

/** A value of a simple type as a program writes it. */
function exampleOf(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  const members = type.isUnion() ? type.types : [type];
  const first = members.find(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  if (!first) return undefined;
  if (first.flags & ts.TypeFlags.Literal) return checker.typeToString(first);
  if (first.flags & ts.TypeFlags.String) return '"…"';
  if (first.flags & ts.TypeFlags.Number) return "1";
  return checker.isArrayType(first) ? "[]" : undefined;
}
