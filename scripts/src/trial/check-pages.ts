import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ProcessResult, runProcess } from "../workspace/run-process.ts";
import { type Diagnostic, refuseSilence } from "./check-types.ts";

/** What is read here of the report of a test run. */
interface Report {
  testResults: { assertionResults: { title: string; failureMessages: string[] }[] }[];
}

/** The blocks of the site's pages that show their types have a test of their own, a case for each. */
export async function checkPages(root: string): Promise<Diagnostic[]> {
  const cwd = join(root, "docs");
  const vitest = join(cwd, "node_modules", "vitest", "vitest.mjs");
  const test = ["run", "test/code-blocks.test.ts", "-t", "every block"];
  const report = join(cwd, ".vitest", "blocks.json");
  const reporter = ["--reporter=json", `--outputFile=${report}`];
  const result = await runProcess(process.execPath, [vitest, ...test, ...reporter], { cwd });
  const found = await readReport(cwd, report, result);
  refuseSilence("the test of the site's pages", result, found);
  return found;
}

async function readReport(docs: string, report: string, { code }: ProcessResult): Promise<Diagnostic[]> {
  if (code === 0) return [];
  const text = await readFile(report, "utf8").catch(() => '{ "testResults": [] }');
  const { testResults } = JSON.parse(text) as Report;
  const found = testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ title, failureMessages }) =>
      failureMessages.map((message) => readFailure(docs, title, message)),
    ),
  );
  return (await Promise.all(found)).flat();
}

/** `[2322] 392 - Type …`, which counts characters from where the code of the block named `guides/start.md:22` starts. */
async function readFailure(docs: string, place: string, message: string): Promise<Diagnostic[]> {
  const [, page, digits] = /^(\S+\.md):(\d+)$/.exec(place) ?? [];
  if (page === undefined) return [];
  const file = `docs/${page}`;
  const fence = Number(digits);
  const code = (await readFile(join(docs, page), "utf8")).split("\n").slice(fence).join("\n");
  const complaints = [...message.matchAll(/^\s+\[\d+\] (\d+) - (.*)$/gm)].map(([, offset, complaint = ""]) => ({
    file,
    line: fence + code.slice(0, Number(offset)).split("\n").length,
    message: complaint,
  }));
  // A block that compiles although it announces an error is wrong as a whole.
  const [first = ""] = message
    .replace(/^\w*Error:/, "")
    .trim()
    .split("\n");
  return complaints.length > 0 ? complaints : [{ file, line: fence, message: first }];
}
