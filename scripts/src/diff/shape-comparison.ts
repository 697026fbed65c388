import type { OpenApiDocument, Operation, Parameter, PathItem } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { SpecError } from "../document/spec-error.ts";
import { structure } from "../document/structure.ts";
import { compileTypes } from "../generate/compile-types.ts";
import { generateTypes, type TypesOptions } from "../generate/types.ts";
import { sliceDocument } from "../pull/slice-document.ts";
import type { ChangedPair } from "./changed-pairs.ts";
import { compareOperationTypes } from "./compare-operation-types.ts";
import { typeComparison } from "./compare-types.ts";
import { filterFindings } from "./filter-findings.ts";
import { schemaNames } from "./schema-names.ts";
import { typeFinding } from "./type-findings.ts";
import { typeModule } from "./type-module.ts";
import type { Aliases, Finding } from "./verdict.ts";
import { operationPlaces } from "./wire/operation-places.ts";
import type { Documents } from "./wire/schema-pairs.ts";
import { directionOf, type Side } from "./wire/side.ts";
import type { wireComparison } from "./wire/wire-findings.ts";

/** Generated types of both sides, as texts. */
export interface ComparedTypes {
  base: string;
  head: string;
}

/** Compares operations by their types, which are compiled in one program, and by what types do not show. */
export function shapeComparison(
  documents: Documents,
  changed: readonly ChangedPair[],
  wire: ReturnType<typeof wireComparison>,
  aliases: Aliases,
  options: Record<keyof Documents, TypesOptions>,
): { types?: ComparedTypes; compare(pair: ChangedPair): Finding[] } {
  const pairs = changed.filter(({ shape }) => shape);
  if (pairs.length === 0) return { compare: () => [] };
  const types = typesOf(documents, pairs, options);
  const program = compileTypes({ "/old.ts": types.base, "/new.ts": types.head });
  const checker = program.getTypeChecker();
  const modules = { base: typeModule(program, "/old.ts"), head: typeModule(program, "/new.ts") };
  const comparisons = {
    request: typeComparison(checker, "request"),
    response: typeComparison(checker, "response"),
  };
  const compareNames = schemaNames(comparisons, { ...modules, documents }, aliases);
  const typeOf = (side: keyof Documents, { entry }: Side) => {
    const type = modules[side].operation(entry.method, entry.path);
    if (!type) throw new SpecError(`${entry.method.toUpperCase()} ${entry.path}: no types are generated for it`);
    return type;
  };

  return {
    types,
    compare({ base, head }) {
      const now = typeOf("head", head);
      const differences = compareOperationTypes(comparisons, typeOf("base", base), now, (part) =>
        directionOf(head, part),
      );
      const { findings, pairs: placed } = wire(base, head);
      return [
        ...differences.map((difference) => typeFinding(checker, base, head, difference)),
        ...filterFindings(checker, modules, base, head),
        ...findings,
        ...compareNames(placed, now),
      ];
    },
  };
}

/** The types of the operations whose shape changed, and of those only. */
function typesOf(
  documents: Documents,
  pairs: readonly ChangedPair[],
  options: Record<keyof Documents, TypesOptions>,
): ComparedTypes {
  const slice = (side: keyof Documents, names: string[] = []) =>
    sliceDocument(documentOf(documents[side], pairs, side), () => true, names);
  const old = slice("base");
  // A name may have gone out of use and still be there, or be used for something else.
  const now = slice("head", Object.keys(old.components?.schemas ?? {}));
  const types = (document: OpenApiDocument, side: keyof Documents) =>
    generateTypes(structure(document, "document") as OpenApiDocument, { ...options[side], inPlace: true });
  return { base: types(old, "base"), head: types(now, "head") };
}

/** A document of some operations alone; webhooks and callbacks, which types know as paths here, among them. */
function documentOf(document: OpenApiDocument, pairs: readonly ChangedPair[], side: keyof Documents): OpenApiDocument {
  const { openapi, info, components } = document;
  const paths: OpenApiDocument["paths"] = {};
  for (const pair of pairs) {
    const { entry } = pair[side];
    const { operationId, callbacks: _, ...rest } = entry.operation as Operation & { callbacks?: unknown };
    const operation = { ...rest, ...withSchemas(document, rest.parameters, pair) };
    const item: PathItem = paths[entry.path] ?? withSchemas(document, entry.pathItem.parameters, pair);
    item[entry.method] = entry.label === undefined ? { ...(operationId && { operationId }), ...operation } : operation;
    paths[entry.path] = item;
  }
  return { openapi, paths, ...(info && { info }), ...(components && { components }) };
}

/**
 * A parameter whose text is of a media type is any `string` to a program. What stands in it is compared all the same,
 * where both sides have such text: who wrote it for the old schema sends it to the new one.
 */
function withSchemas(
  document: OpenApiDocument,
  parameters: Operation["parameters"],
  { base, head }: ChangedPair,
): Pick<Operation, "parameters"> {
  if (!parameters) return {};
  const isText = (key: string) =>
    [base, head].every((side) => {
      const parameter = operationPlaces(side.document, side.entry).parameters.get(key);
      return !parameter || parameter.node.content !== undefined;
    });
  return {
    parameters: parameters.map((reference) => {
      const parameter = resolve<Parameter>(document, reference);
      const schema = parameter.schema ? undefined : Object.values(parameter.content ?? {})[0]?.schema;
      return schema && isText(`${parameter.in} ${parameter.name}`) ? { ...parameter, schema } : reference;
    }),
  };
}
