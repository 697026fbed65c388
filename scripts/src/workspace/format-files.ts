import { join } from "node:path";
import { runOrThrow } from "./run-process.ts";
import { workspaceRoot } from "./workspace-root.ts";
import type { Files } from "./write-files.ts";

/** Generated code and Markdown are left to their writers, as `biome.json` says. */
const isFormatted = (path: string) => /\.(yaml|json|ts)$/.test(path) && !path.includes("/generated/");

/** The files as `pnpm format` would leave them, so that what a command writes passes `pnpm lint`. */
export async function formatFiles(files: Files): Promise<Map<string, string | undefined>> {
  const formatted = [...files].map(async ([path, text]) => {
    const isOurs = text !== undefined && isFormatted(path);
    return [path, isOurs ? await formatText(path, text) : text] as const;
  });
  return new Map(await Promise.all(formatted));
}

async function formatText(path: string, text: string): Promise<string> {
  const biome = join(workspaceRoot, "node_modules", ".bin", "biome");
  return runOrThrow(biome, ["format", `--stdin-file-path=${path}`], { cwd: workspaceRoot, input: text });
}
