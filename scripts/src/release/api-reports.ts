import { glob, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { SpecError } from "../document/spec-error.ts";
import { fingerprint, type LastRelease, readLastRelease, renderApiReport } from "./api-report.ts";
import { type ApiSurface, apiSurface } from "./api-surface.ts";
import { entryPoints } from "./entry-points.ts";
import { pendingChangesets } from "./pending-changesets.ts";
import { type WorkspacePackage, workspacePackages } from "./workspace-packages.ts";

export interface ApiReport {
  name: string;
  version: string;
  /** Relative to the workspace. */
  path: string;
  surface: ApiSurface;
  committed: string;
  released: LastRelease | undefined;
}

/** The report of every package that is imported, from its built declaration files, beside the committed one. */
export async function apiReports(root: string): Promise<ApiReport[]> {
  const imported = (await workspacePackages(root)).filter(({ manifest }) => manifest.exports?.["."]);
  return Promise.all(
    imported.map(async ({ name, folder, manifest }) => {
      const path = relative(root, join(folder, "api.md"));
      const committed = await readFile(join(root, path), "utf8").catch(() => "");
      const released = readLastRelease(committed);
      return {
        name,
        version: manifest.version,
        path,
        surface: await surfaceOf(root, { name, folder, manifest }),
        committed,
        released,
      };
    }),
  );
}

async function surfaceOf(root: string, { name, folder, manifest }: WorkspacePackage): Promise<ApiSurface> {
  const files = await Array.fromAsync(glob("dist/**/*.d.ts", { cwd: folder }));
  if (files.length === 0)
    throw new SpecError(`${relative(root, folder)}/dist holds no declaration files; run \`pnpm build\` first`);
  const entries = entryPoints({ name, manifest, files }).flatMap(({ specifier, targets }) =>
    targets.types ? [{ specifier, file: join(folder, targets.types) }] : [],
  );
  return apiSurface(entries, join(folder, "dist"));
}

/** The text that a report has to have; after a release it is marked with what was released. */
export function expectedReport({ name, version, surface, released }: ApiReport, markReleased = false): string {
  return renderApiReport(name, surface, markReleased ? { version, fingerprint: fingerprint(surface) } : released);
}

/** Reports that are not up to date, and surfaces that changed since the last release without a changeset. */
export async function apiReportProblems(root: string): Promise<string[]> {
  const pending = await pendingChangesets(root);
  return (await apiReports(root)).flatMap((report) => {
    const problems: string[] = [];
    if (report.committed !== expectedReport(report)) {
      problems.push(
        `${report.path}: what ${report.name} exports is not what the report says; run \`pnpm api-report\`, review the difference, and describe it with \`pnpm changeset\``,
      );
    }
    if (report.released?.fingerprint !== fingerprint(report.surface) && !pending.has(report.name)) {
      const since = report.released ? `since ${report.released.version}` : "before any release";
      problems.push(
        `${report.path}: what ${report.name} exports changed ${since}, and no changeset says so; run \`pnpm changeset\``,
      );
    }
    return problems;
  });
}
