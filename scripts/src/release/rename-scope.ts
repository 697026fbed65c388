import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpecError } from "../document/spec-error.ts";
import { runOrThrow } from "../workspace/run-process.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { refuseForeignScope } from "./foreign-scopes.ts";
import { workspacePackages } from "./workspace-packages.ts";

/**
 * What npm allows for a scope: with `@`, lower case, URL-safe, and 214 characters together with the longest of our
 * names. https://docs.npmjs.com/cli/configuring-npm/package-json#name
 */
export function checkScope(scope: string): void {
  if (/^@[a-z0-9][a-z0-9._-]*$/.test(scope) && scope.length <= 200) return;
  throw new SpecError(
    `"${scope}" is not a scope; write it as @acme: an @, then lower-case letters, digits, "-", "_" or ".", beginning with a letter or a digit`,
  );
}

/** The scope that the packages have now. */
export async function currentScope(root: string): Promise<string> {
  const scopes = new Set((await workspacePackages(root)).map(({ name }) => name.split("/")[0] ?? ""));
  const [scope] = scopes;
  if (scope === undefined || scopes.size > 1) {
    throw new SpecError(
      `packages/*/package.json should have one scope; found ${[...scopes].join(", ") || "no package"}`,
    );
  }
  return scope;
}

/** Every mention of a scope, in names, imports and prose, but not as part of another word or of an address. */
export function renameInText(text: string, from: string, to: string): string {
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replaceAll(new RegExp(`(?<![\\w.+@-])${escaped}(?![\\w-]|\\.\\w)`, "g"), () => to);
}

/** Renames in every file that git knows or would add; the lockfile is left to the package manager. Answers the files. */
export async function renameScope(root: string, from: string, to: string): Promise<string[]> {
  checkScope(to);
  await refuseForeignScope(root, to, from);
  const listed = await runOrThrow("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: root });
  const changed = new Map<string, string>();
  for (const path of listed.split("\0").filter((name) => name !== "" && name !== "pnpm-lock.yaml")) {
    const text = await readFile(join(root, path), "utf8").catch(() => "");
    const renamed = text.includes("\0") ? text : renameInText(text, from, to);
    if (renamed === text) continue;
    changed.set(path, renamed);
  }
  await writeFiles(root, changed);
  return [...changed.keys()];
}
