import { readFile } from "node:fs/promises";
import {
  createConfig,
  type Document,
  detectSpec,
  getLineColLocation,
  lintDocument,
  makeDocumentFromString,
  type NormalizedProblem,
  YamlParseError,
} from "@redocly/openapi-core";
import { SpecError } from "../document/spec-error.ts";
import { LocalResolver } from "./local-resolver.ts";
import { operationRequirements } from "./operation-requirements.ts";
import { operationRules } from "./operation-rules.ts";
import type { Problem } from "./problem.ts";

/** Redocly's own rules that we use, and what to do about what they find. */
const advice: Record<string, string> = {
  struct: "see what OpenAPI allows there",
  "no-unresolved-refs": "define what it names, or name what is defined",
  "no-unused-components": "remove it",
};

export interface LintResult {
  /** What a generator would stumble over or a reader would miss: ours to mend. */
  faults: Problem[];
  /** What upstream does not say, although most of its operations do. */
  facts: Problem[];
}

/**
 * What there is to say about a fragment, in the order of the file. Nothing but the file is read.
 *
 * @throws SpecError when there is no such file
 */
export async function lintFragment(file: string): Promise<LintResult> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new SpecError(`${file}: cannot be read: ${error.message}`);
  });
  return lintText(text, file);
}

/** As {@link lintFragment}, for a text that is already here; `file` is only named in what is said of it. */
export async function lintText(text: string, file: string): Promise<LintResult> {
  const document = parse(text, file);
  if ("message" in document) return { faults: [document], facts: [] };
  const found = await lintDocument({ document, config: await config(), externalRefResolver: new LocalResolver() });
  const { error = [], warn = [] } = Object.groupBy(found, ({ severity }) => severity);
  return { faults: toProblems(error, file), facts: toProblems(warn, file) };
}

function parse(text: string, file: string): Document | Problem {
  try {
    const document = makeDocumentFromString(text, file);
    const version = detectSpec(document.parsed);
    if (version.startsWith("oas3")) return document;
    return { file, line: 1, message: `is not OpenAPI 3 but ${version}; a fragment starts with \`openapi: 3.0.2\`` };
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof YamlParseError) return { file, line: error.line, message: `is not valid YAML: ${message}` };
    return { file, line: 1, message: `is not OpenAPI 3: ${message}; a fragment starts with \`openapi: 3.0.2\`` };
  }
}

function config() {
  const facts = new Set(operationRequirements.filter(({ isUpstream }) => isUpstream).map(({ rule }) => rule));
  const ours = Object.keys(operationRules).map((rule) => [`fragment/${rule}`, facts.has(rule) ? "warn" : "error"]);
  return createConfig({
    plugins: [{ id: "fragment", rules: { oas3: operationRules } }],
    rules: Object.fromEntries([...Object.keys(advice).map((rule) => [rule, "error"]), ...ours]),
  });
}

function toProblems(found: readonly NormalizedProblem[], file: string): Problem[] {
  const problems = found.map((problem) => toProblem(problem, file)).sort((a, b) => a.line - b.line);
  return [...new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem])).values()];
}

function toProblem({ ruleId, message, suggest, location: [location] }: NormalizedProblem, file: string): Problem {
  const line = location ? getLineColLocation(location).start.line : 1;
  const todo = suggest[0] ? `did you mean \`${suggest[0]}\`?` : advice[ruleId];
  return { file, line, message: todo ? `${message.replace(/\.$/, "")}; ${todo}` : message };
}
