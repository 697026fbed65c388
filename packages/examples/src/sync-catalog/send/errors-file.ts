import { access, constants, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, relative, resolve } from "node:path";
import { attributesOfNew, type InputRecord, plainRecord } from "../catalog/catalog-record.ts";
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

  /** The input of this run, as it is written beside its records. */
  readonly #source: string;

  constructor(path: string, input: string) {
    this.path = path;
    this.#source = relative("", input);
  }

  /** Whether this run is fed with what another one has left behind in the same file. */
  get isInput(): boolean {
    return resolve(this.path) === resolve(this.#source);
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
  async write(records: AsyncIterable<InputRecord>): Promise<void> {
    const unfinished = `${this.path}.tmp`;
    try {
      await writeFile(unfinished, this.#lines(records));
      await rename(unfinished, this.path);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => {});
      throw error;
    }
  }

  async *#lines(records: AsyncIterable<InputRecord>): AsyncGenerator<string> {
    const left = new Map(this.#failed);
    const line = (record: object, errors: string[], source = this.#source) =>
      `${JSON.stringify({ ...record, error: errors.join("; "), source })}\n`;
    try {
      for await (const record of records) {
        const key = `${record.type} ${record.external_id}`;
        const failed = left.get(key);
        const attributes = failed?.isNew ? attributesOfNew(record) : record.attributes;
        // What fails once more is still of the input that it came from first.
        if (failed) yield line(plainRecord({ ...record, attributes }), failed.errors, record.source);
        left.delete(key);
      }
    } catch {
      // The input is not to be read any more: the ids and errors are what is left to tell.
    }
    // The input never had what was to be deleted because it was missing there.
    for (const { record, errors } of left.values()) yield line(record, errors);
  }

  /** Removes what an earlier run with the same input has left behind, and nothing that somebody else has written. */
  async remove(): Promise<void> {
    const sources = await sourcesOf(this.path);
    if (sources?.length && (this.isInput || this.#othersIn(sources).length === 0)) await rm(this.path, { force: true });
  }

  /** Why the file is not to be written: that is better known before anything is sent than when something has failed. */
  async obstacle(): Promise<string | undefined> {
    const reason = await unwritable(this.path);
    if (reason !== undefined) return `${this.path} is for records that fail, and cannot be written: ${reason}`;
    if (this.isInput) return undefined;
    const sources = await sourcesOf(this.path);
    if (!sources) return `${this.path} is no file of records that failed, and would be written over`;
    const [other] = this.#othersIn(sources);
    return other && `${this.path} has records of ${other} that failed, and would be written over`;
  }

  #othersIn(sources: readonly string[]): string[] {
    return sources.filter((source) => resolve(source) !== resolve(this.#source));
  }
}

async function unwritable(path: string): Promise<string | undefined> {
  try {
    // The dot tells a folder from a file.
    await access(`${dirname(path)}/.`, constants.W_OK);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}

/**
 * The inputs of what runs have left behind in a file, which says of every record why it failed and where it came from;
 * none when there is no file, and nothing when it is another one.
 */
async function sourcesOf(path: string): Promise<string[] | undefined> {
  const sources = new Set<string>();
  try {
    for await (const line of linesOf(path)) {
      if (line.trim() === "") continue;
      const { error, source = "another file" } = JSON.parse(line) ?? {};
      if (error === undefined) return undefined;
      sources.add(String(source));
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? [] : undefined;
  }
  return [...sources];
}
