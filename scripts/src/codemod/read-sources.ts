import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Sources {
  /** Text by path. */
  texts: Map<string, string>;
  /** Files that seem to be about our packages and are not UTF-8: written back, they would be damaged. */
  unreadable: string[];
}

export async function readSources(folder: string, paths: readonly string[]): Promise<Sources> {
  const sources: Sources = { texts: new Map(), unreadable: [] };
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (const path of paths) {
    const bytes = await readFile(join(folder, path));
    try {
      sources.texts.set(path, decoder.decode(bytes));
    } catch {
      // A video may be called .ts, too.
      if (bytes.includes("@org/")) sources.unreadable.push(path);
    }
  }
  return sources;
}
