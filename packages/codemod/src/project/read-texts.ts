import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

export interface ReadTexts {
  /** Text by path. */
  texts: Map<string, string>;
  /** Files that seem to be about our packages and are not UTF-8: written back, they would be damaged. */
  unreadable: string[];
}

export async function readTexts(root: string, paths: readonly string[]): Promise<ReadTexts> {
  const read: ReadTexts = { texts: new Map(), unreadable: [] };
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (const path of paths) {
    const bytes = await readFile(resolve(root, path));
    try {
      read.texts.set(path, decoder.decode(bytes));
    } catch {
      // A video may be called .ts, too.
      if (bytes.includes("@org/")) read.unreadable.push(path);
    }
  }
  return read;
}
