import type ts from "typescript";
import type { OpenApiDocument } from "../document/openapi.ts";
import type { TypeComparisons } from "./compare-types.ts";
import type { Comparison } from "./comparison.ts";
import { typeAt } from "./type-at.ts";
import type { TypeModule } from "./type-module.ts";
import type { Aliases, Finding } from "./verdict.ts";
import type { PlacedPair } from "./wire/wire-findings.ts";

interface Sides {
  base: TypeModule;
  head: TypeModule;
  documents: { base: OpenApiDocument; head: OpenApiDocument };
}

type Pairs = Record<"request" | "response", readonly PlacedPair[]>;

/**
 * What became of the names of schemas, which programs use as `Schema<"Name">`. A name that is gone is bridged by an
 * alias when everything that stood under it now stands under one other name. A name that is still there but means
 * something else breaks programs that use it for what it was.
 */
export function schemaNames(comparisons: TypeComparisons, { base, head, documents }: Sides, aliases: Aliases) {
  const { checker } = comparisons.request;

  return (pairs: Pairs, operation: ts.Type): Finding[] => {
    const findings = new Map<string, Finding>();
    for (const direction of ["request", "response"] as const) {
      for (const pair of pairs[direction]) {
        for (const name of pair.base.names) {
          const finding = fateOf(name, pair, operation, comparisons[direction]);
          if (finding) findings.set(`${finding.rule} ${name}`, finding);
        }
        for (const name of [...pair.base.parts, ...pair.lost]) {
          const finding = fateOfPart(name, pair);
          if (finding) findings.set(`${finding.rule} ${name}`, finding);
        }
      }
    }
    return [...findings.values()];
  };

  function fateOf(name: string, pair: PlacedPair, operation: ts.Type, comparison: Comparison): Finding | undefined {
    const { names, pointer } = pair.head;
    if (names.includes(name)) return undefined;
    const successor = names[0];
    const finding = { direction: "name", pointer, by: "compiler" } as const;
    const exists = Object.hasOwn(documents.head.components?.schemas ?? {}, name);
    if (exists) {
      if (fits(name, name, comparison)) {
        const now =
          (successor && head.schema(successor)) || typeAt(checker, operation, comparison.direction, pair.path);
        const old = base.schema(name);
        // Where what stands there now does not fit, the types have said so already.
        if (now && ((old && !comparison.fits(old, now)) || replaces(now, name, comparison))) return undefined;
      }
      const message = `the schema \`${name}\` is another one now; what it was is ${successor ? `\`${successor}\`` : "written in place"}`;
      return {
        rule: "schema-reused",
        bump: "major",
        message,
        ...finding,
        detail: { old: name, ...(successor && { new: successor }) },
      };
    }
    const alias = aliases.schemas[name];
    if (successor && (alias === undefined || alias === successor || fits(name, alias, comparison))) {
      aliases.schemas[name] ??= successor;
      const target = aliases.schemas[name];
      const message = `the schema \`${name}\` is called \`${target}\` now; the old name goes on working, deprecated`;
      return { rule: "schema-renamed", bump: "minor", message, ...finding, detail: { old: name, new: target } };
    }
    const message = successor
      ? `the schema \`${name}\` is gone: it became \`${alias}\` and \`${successor}\`, which differ`
      : `the schema \`${name}\` is gone: what it was is written in place`;
    return { rule: "schema-removed", bump: "major", message, ...finding, detail: { old: name } };
  }

  /** A member of an `allOf` has no one successor, nor has one of a `oneOf` that cannot be told from the others. */
  function fateOfPart(name: string, { head }: PlacedPair): Finding | undefined {
    if (Object.hasOwn(documents.head.components?.schemas ?? {}, name) || aliases.schemas[name]) return undefined;
    const message = `the schema \`${name}\` is gone`;
    const { pointer } = head;
    return {
      rule: "schema-removed",
      direction: "name",
      bump: "major",
      pointer,
      message,
      by: "compiler",
      detail: { old: name },
    };
  }

  /** Whether what stands there now can be used where a program writes the old name. */
  function replaces(now: ts.Type, name: string, { direction, assignable }: Comparison): boolean {
    const meant = head.schema(name);
    if (!meant) return false;
    return direction === "response" ? assignable(now, meant) : assignable(meant, now);
  }

  function fits(name: string, alias: string, comparison: Comparison): boolean {
    const [old, now] = [base.schema(name), head.schema(alias)];
    return Boolean(old && now && comparison.fits(old, now));
  }
}
