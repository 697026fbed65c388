import { type RecordType, recordTypes } from "../catalog/attributes.ts";
import type { CatalogRecord, InputRecord, ReadRecords } from "../catalog/catalog-record.ts";
import { placeText } from "../catalog/place.ts";
import { Problems } from "../catalog/problems.ts";
import { digestOf, type Shape } from "./digest.ts";

/** What is remembered of one record of the file: with its id, some 150 bytes, however much the record says. */
export interface Remembered {
  readonly id: string;
  readonly shape: Shape;
  /** Of the attributes and of a variant's item. */
  readonly digest: number;
  /** What the account has under the same id: the same attributes, others, or nothing. */
  found: "same" | "different" | undefined;
  /** The external ids that the account has for a variant's item and an item's categories. */
  item: string | undefined;
  categories: readonly string[] | undefined;
}

/** The file is not what it was when it was checked. */
export class FileChangedError extends Error {
  override readonly name = "FileChangedError";

  constructor(where: string) {
    super(`${where}: the file has changed since it was checked; run the same command again`);
  }
}

/** Whether an error is one of the file system: ENOENT, EACCES, ENOSPC … */
export function isFileError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

/** All records of a file by type and external id, without what they say: for that, the file is read again. */
export class Outline {
  readonly file: string;
  readonly #read: ReadRecords;
  readonly records: Readonly<Record<RecordType, Map<string, Remembered>>> = {
    "catalog-category": new Map(),
    "catalog-item": new Map(),
    "catalog-variant": new Map(),
  };
  readonly #shapes: Readonly<Record<RecordType, Map<string, Shape>>> = {
    "catalog-category": new Map(),
    "catalog-item": new Map(),
    "catalog-variant": new Map(),
  };

  #isLeftover = false;

  /** @param read reads the file, whose name is for messages */
  constructor(file: string, read: ReadRecords) {
    this.file = file;
    this.#read = read;
  }

  /** Returns whether the id is new. */
  add(record: InputRecord): boolean {
    const { type, external_id } = record;
    this.#isLeftover ||= record.leftover;
    if (this.records[type].has(external_id)) return false;
    const shape = this.#shapeOf(record);
    const digest = digestOf(shape, record.attributes, record.item);
    // Every object gets all of its properties at once, which keeps it small.
    const own = { found: undefined, item: undefined, categories: undefined };
    this.records[type].set(external_id, { id: external_id, shape, digest, ...own });
    return true;
  }

  /** Whether another run has left any of the records over, so that the file is not a whole catalog. */
  get isLeftover(): boolean {
    return this.#isLeftover;
  }

  get(type: RecordType, id: string): Remembered | undefined {
    return this.records[type].get(id);
  }

  has(type: RecordType): boolean {
    return this.records[type].size > 0;
  }

  /** Whether the file says itself that a record of this type is to go. */
  deletes(type: RecordType): boolean {
    return [...this.#shapes[type].values()].some((shape) => shape.delete);
  }

  get hasCategories(): boolean {
    return [...this.#shapes["catalog-item"].values()].some(({ hasCategories }) => hasCategories);
  }

  /** The names of the attributes that the file gives to any record of a type. */
  attributesOf(type: RecordType): string[] {
    return [...new Set([...this.#shapes[type].values()].flatMap(({ attributes }) => attributes))];
  }

  /**
   * Reads the file again.
   *
   * @throws {FileChangedError} at the first record that is not the one that is remembered
   */
  async *readAgain(signal?: AbortSignal): AsyncGenerator<InputRecord, void> {
    const problems = new Problems(0);
    let left = recordTypes.reduce((sum, type) => sum + this.records[type].size, 0);
    for await (const record of this.#read(problems, signal)) {
      if (problems.count > 0 || !this.#isAsBefore(record)) throw new FileChangedError(placeText(record.at()));
      left--;
      yield record;
    }
    if (problems.count > 0 || left !== 0) throw new FileChangedError(this.file);
  }

  #isAsBefore(record: CatalogRecord): boolean {
    const before = this.get(record.type, record.external_id);
    const shape = this.#shapeOf(record);
    return before?.shape === shape && before.digest === digestOf(shape, record.attributes, record.item);
  }

  #shapeOf({ type, attributes, item, categories, delete: gone }: CatalogRecord): Shape {
    const shape: Shape = {
      attributes: Object.keys(attributes),
      hasItem: item !== undefined,
      hasCategories: categories !== undefined && !gone,
      delete: gone === true,
    };
    const key = JSON.stringify(shape);
    const known = this.#shapes[type].get(key);
    if (known) return known;
    this.#shapes[type].set(key, shape);
    return shape;
  }
}

/** Reads a file for the first time: tells all that is wrong with it, and remembers what it has. */
export async function outlineOf(
  file: string,
  read: ReadRecords,
  problems: Problems,
  signal?: AbortSignal,
): Promise<Outline> {
  const outline = new Outline(file, read);
  const twice = new Set<string>();
  for await (const record of read(problems, signal)) if (!outline.add(record)) twice.add(keyOf(record));
  if (twice.size > 0) await tellTwice((problems) => read(problems, signal), twice, problems);
  return outline;
}

/** Places are not remembered: the file is read again to find those of ids that are there twice. */
async function tellTwice(read: ReadRecords, twice: ReadonlySet<string>, problems: Problems): Promise<void> {
  const firsts = new Map<string, string>();
  for await (const record of read(new Problems(0))) {
    const { external_id, at, advice } = record;
    const key = keyOf(record);
    if (!twice.has(key)) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, placeText(at("external_id")));
    else {
      const message = `'${external_id}' is there already, at ${first}${advice === undefined ? "" : `; ${advice}`}`;
      problems.add(() => at("external_id"), message, "external_id");
    }
  }
}

/** Tells records of all types apart. */
export function keyOf({ type, external_id }: Pick<CatalogRecord, "type" | "external_id">): string {
  return `${type} ${external_id}`;
}
