import { readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** Inside the package, so that a recipe resolves the built package by its name, as a user's code would. */
const folder = join(root, ".recipes");

/** The code blocks of a section of the README that hold some text. */
function blocks(language: string, text: string): string[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const found = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return found.filter(([, of, code]) => of === language && code?.includes(text)).map(([, , code]) => code ?? "");
}

/** The one code block of the README that holds `text`. */
export function recipe(language: string, text: string): string {
  const [code, ...others] = blocks(language, text);
  if (code === undefined || others.length > 0) throw new Error(`the README has not one ${language} block with ${text}`);
  return code;
}

/** A folder with the files, for as long as the test runs. */
export async function recipeFolder(
  name: string,
  files: Record<string, string>,
): Promise<AsyncDisposable & { path: string }> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [file, code] of Object.entries(files)) await writeFile(join(path, file), code);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Imports a recipe as it stands in the README. */
export async function importRecipe(language: string, text: string): Promise<Record<string, unknown>> {
  const code = stripTypeScriptTypes(recipe(language, text));
  await using made = await recipeFolder(`${process.pid}-${language}-${text.replace(/\W/g, "")}`, {
    "recipe.mjs": code,
  });
  return await import(/* @vite-ignore */ join(made.path, "recipe.mjs"));
}
