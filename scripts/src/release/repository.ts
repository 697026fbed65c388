import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { SpecError } from "../document/spec-error.ts";
import { runProcess } from "../workspace/run-process.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { workspacePackages } from "./workspace-packages.ts";

/** `https://host/owner/name` of what a person, a git remote or a package.json calls a repository. */
export function repositoryUrl(text: string): string {
  const match =
    /^(?:git\+)?(?:https:\/\/|ssh:\/\/)?(?:[^@/\s]+@)?([\w.-]+)[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(text);
  const [, host, owner, name] = match ?? [];
  if (!host?.includes(".") || !owner || !name) {
    throw new SpecError(`"${text}" is no repository; write it as https://github.com/acme/klaviyo-catalogs`);
  }
  return `https://${host}/${owner}/${name}`;
}

/** Where a clone came from, if git knows and it is an address that others can open. */
export async function originOf(root: string): Promise<string | undefined> {
  const { code, stdout } = await runProcess("git", ["remote", "get-url", "origin"], { cwd: root });
  if (code !== 0) return undefined;
  try {
    return repositoryUrl(stdout.trim());
  } catch {
    return undefined;
  }
}

/**
 * Tells in every package's package.json where its source, its documentation and its issues are; npm shows them, and
 * checks the provenance against the first. Answers the files that changed.
 */
export async function setRepository(root: string, url: string): Promise<string[]> {
  const changed = new Map<string, string>();
  for (const { folder } of await workspacePackages(root)) {
    const directory = relative(root, folder);
    const path = join(directory, "package.json");
    const text = await readFile(join(root, path), "utf8");
    const { repository: _, homepage: __, bugs: ___, ...manifest } = JSON.parse(text);
    const places = {
      homepage: `${url}/tree/main/${directory}#readme`,
      repository: { type: "git", url: `git+${url}.git`, directory },
      bugs: { url: `${url}/issues` },
    };
    const entries = Object.entries(manifest);
    const after = entries.findIndex(([key]) => key === "license") + 1 || entries.length;
    entries.splice(after, 0, ...Object.entries(places));
    const written = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
    if (written !== text) changed.set(path, written);
  }
  await writeFiles(root, changed);
  return [...changed.keys()];
}
