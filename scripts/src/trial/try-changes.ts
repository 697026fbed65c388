import { readFileSync } from "node:fs";
import { access, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { OperationVerdict } from "../diff/verdict.ts";
import { readSettings } from "../generate/fragments.ts";
import { hasCatalogs } from "../generate/selection-config.ts";
import { apiReports, expectedReport } from "../release/api-reports.ts";
import { workspacePackages } from "../release/workspace-packages.ts";
import { type Files, writeFiles } from "../workspace/write-files.ts";
import { checkPages } from "./check-pages.ts";
import { checkComponents, checkSnippets, checkTypes } from "./check-types.ts";
import { explainProblems, type Problem } from "./explain-problems.ts";
import { packageFolders, trialCopy } from "./trial-copy.ts";
import { unsimulatedOperations } from "./unsimulated-operations.ts";

export interface Trial {
  /** API reports as they have to be afterwards. */
  reports: Map<string, string>;
  /** What no longer compiles, and why. */
  problems: Problem[];
  /** Operations of the revision that the mock does not simulate, by their ids. */
  unsimulated: string[];
}

/**
 * Builds and checks the workspace as it would be with the files of a bump to `revision`, which changes these operations.
 * That happens in a copy: nothing of the workspace is touched.
 */
export async function tryChanges(
  root: string,
  files: Files,
  revision: string,
  operations: readonly OperationVerdict[],
): Promise<Trial> {
  const copy = await trialCopy(root);
  try {
    await writeFiles(copy, files);
    for (const { folder } of await workspacePackages(copy)) {
      const isBuilt = await access(join(folder, buildConfig)).then(
        () => true,
        () => false,
      );
      // What it complains of is told by the checks below, once each.
      if (isBuilt) await checkTypes(copy, relative(copy, folder), buildConfig);
    }
    const reports = (await apiReports(copy)).map((report) => [report.path, expectedReport(report)] as const);
    const folders = (await packageFolders(copy)).filter((folder) => folder !== "scripts");
    const checks = [...folders.map((folder) => checkTypes(copy, folder)), checkComponents(copy, "docs")];
    // Their subject are the Catalogs.
    if (hasCatalogs(await readSettings(copy))) checks.push(checkSnippets(copy), checkPages(copy));
    // All have to be at their end before the copy is removed, even when one of them fails.
    await Promise.allSettled(checks);
    const diagnostics = (await Promise.all(checks)).flat();
    const unsimulated = await unsimulatedOperations(copy, revision);
    const read = (file: string) => readFileSync(join(copy, file), "utf8");
    return { reports: new Map(reports), problems: explainProblems(diagnostics, operations, read), unsimulated };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

const buildConfig = "tsconfig.build.json";
