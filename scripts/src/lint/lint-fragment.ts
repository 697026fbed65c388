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
import { operationRules } from "./operation-rules.ts";
import type { Problem } from "./problem.ts";

/** Redocly's own rules that we use, and what to do about what they find. */
const advice: Record<string, string> = {
  struct: "see what OpenAPI allows there",
  "no-unresolved-refs": "define what it names, or name what is defined",
  "no-unused-components": "remove it",
};

/**
 * Everything in a fragment that a generator would stumble over or a reader would miss, in the order of the file. Nothing
 * but the file is read.
 *
 * @throws SpecError when there is no such file
 */
export async function lintFragment(file: string): Promise<Problem[]> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new SpecError(`${file}: cannot be read: ${error.message}`);
  });
  const document = parse(text, file);
  if ("message" in document) return [document];
  const found = await lintDocument({ document, config: await config(), externalRefResolver: new LocalResolver() });
  const problems = found.map((problem) => toProblem(problem, file)).sort((a, b) => a.line - b.line);
  return [...new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem])).values()];
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
  const ours = Object.keys(operationRules).map((rule) => `fragment/${rule}`);
  return createConfig({
    plugins: [{ id: "fragment", rules: { oas3: operationRules } }],
    rules: Object.fromEntries([...Object.keys(advice), ...ours].map((rule) => [rule, "error" as const])),
  });
}

function toProblem({ ruleId, message, suggest, location: [location] }: NormalizedProblem, file: string): Problem {
  const line = location ? getLineColLocation(location).start.line : 1;
  const todo = suggest[0] ? `did you mean \`${suggest[0]}\`?` : advice[ruleId];
  return { file, line, message: todo ? `${message.replace(/\.$/, "")}; ${todo}` : message };
}
