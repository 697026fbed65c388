import { access, constants, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname } from "node:path";
import { attributesOfNew, type CatalogRecord, plainRecord } from "../catalog/catalog-record.ts";
import { linesOf } from "../input/file-text.ts";
import type { Outcome } from "./outcome.ts";

const ending = ".errors.ndjson";

/**
 * `products.csv` leaves `products.errors.ndjson` behind, in the current folder.
 *
 * @param isLeftover whether the input is what another run has left behind: what fails again stays in that file
 */
export function errorsFileOf(input: string, isLeftover: boolean): string {
  return isLeftover && input.endsWith(ending) ? basename(input) : basename(input, extname(input)) + ending;
}

interface Failed {
  /** What is known of the record without the input. */
  record: object;
  /** Whether it could not be created, so that whoever tries again needs its defaults, too. */
  isNew: boolean;
  errors: string[];
}

/** What has failed, as records that can be fed back in: each once, with its errors. */
export class ErrorsFile {
  readonly path: string;
  readonly #failed = new Map<string, Failed>();

  constructor(path: string) {
    this.path = path;
  }

  get size(): number {
    return this.#failed.size;
  }

  add({ action, type, external_id, error = "nobody knows what has become of it" }: Outcome): void {
    const key = `${type} ${external_id}`;
    const failed = this.#failed.get(key) ?? {
      record: { type, external_id, ...(action === "delete" && { delete: true }) },
      isNew: false,
      errors: [],
    };
    failed.isNew ||= action === "create";
    if (!failed.errors.includes(error)) failed.errors.push(error);
    this.#failed.set(key, failed);
  }

  /**
   * Writes the file whole or not at all.
   *
   * @param records those of the input, among which the ones that failed are found: nobody has held them until now
   */
  async write(records: AsyncIterable<CatalogRecord>): Promise<void> {
    await writeFile(`${this.path}.tmp`, this.#lines(records));
    await rename(`${this.path}.tmp`, this.path);
  }

  async *#lines(records: AsyncIterable<CatalogRecord>): AsyncGenerator<string> {
    const left = new Map(this.#failed);
    const line = (record: object, errors: string[]) => `${JSON.stringify({ ...record, error: errors.join("; ") })}\n`;
    try {
      for await (const record of records) {
        const key = `${record.type} ${record.external_id}`;
        const failed = left.get(key);
        const attributes = failed?.isNew ? attributesOfNew(record) : record.attributes;
        if (failed) yield line(plainRecord({ ...record, attributes }), failed.errors);
        left.delete(key);
      }
    } catch {
      // The input is not to be read any more: the ids and errors are what is left to tell.
    }
    // The input never had what was to be deleted because it was missing there.
    for (const { record, errors } of left.values()) yield line(record, errors);
  }

  /** Removes what an earlier run has left behind, and nothing that somebody else has written. */
  async remove(): Promise<void> {
    if ((await contentOf(this.path)) === "records that failed") await rm(this.path, { force: true });
  }

  /** Why the file cannot be written, if so: that is better known before anything is sent than when something has failed. */
  async obstacle(): Promise<string | undefined> {
    try {
      // The dot tells a folder from a file.
      await access(`${dirname(this.path)}/.`, constants.W_OK);
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  }

  /** Whether the name is taken by something that no run has left behind, which is not to be written over. */
  async isTaken(): Promise<boolean> {
    return (await contentOf(this.path)) === "something else";
  }
}

/** What a run leaves behind says of every record why it failed. */
async function contentOf(path: string): Promise<"nothing" | "records that failed" | "something else"> {
  let count = 0;
  try {
    for await (const line of linesOf(path)) {
      if (line.trim() === "") continue;
      if (JSON.parse(line)?.error === undefined) return "something else";
      count++;
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "nothing" : "something else";
  }
  return count > 0 ? "records that failed" : "nothing";
}
