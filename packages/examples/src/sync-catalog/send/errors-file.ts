import { rename, rm, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Outcome } from "./outcome.ts";

const ending = ".errors.ndjson";

/** `products.csv` leaves `products.errors.ndjson` behind, in the current folder. */
export function errorsFileOf(input: string): string {
  return input.endsWith(ending) ? basename(input) : basename(input, extname(input)) + ending;
}

/** What has failed, as records that can be fed back in: each once, with its errors. */
export class ErrorsFile {
  readonly path: string;
  readonly #lines = new Map<string, { record: object; errors: string[] }>();

  constructor(path: string) {
    this.path = path;
  }

  get size(): number {
    return this.#lines.size;
  }

  add({ type, external_id, error = "nobody knows what has become of it" }: Outcome, record: object): void {
    const key = `${type} ${external_id}`;
    const line = this.#lines.get(key) ?? { record, errors: [] };
    if (!line.errors.includes(error)) line.errors.push(error);
    this.#lines.set(key, line);
  }

  /** Writes the file whole or not at all. */
  async write(): Promise<void> {
    const lines = Array.from(this.#lines.values(), ({ record, errors }) =>
      JSON.stringify({ ...record, error: errors.join("; ") }),
    );
    await writeFile(`${this.path}.tmp`, `${lines.join("\n")}\n`);
    await rename(`${this.path}.tmp`, this.path);
  }

  /** Removes what an earlier run has left behind. */
  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
