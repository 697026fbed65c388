import { createReadStream } from "node:fs";
import { type Place, Position } from "../catalog/place.ts";

/** A file is in another encoding, which would make wrong letters of its text without a word. */
export class NotUtf8Error extends Error {
  override readonly name = "NotUtf8Error";
  readonly file: string;

  constructor(file: string) {
    super(`${file} is not UTF-8`);
    this.file = file;
  }
}

export interface ReadingOptions {
  /** Ends reading at once. */
  signal?: AbortSignal | undefined;
}

/**
 * The text of a file, piece by piece, without its byte order mark.
 *
 * @throws {NotUtf8Error}
 * @throws {Error} of the platform, when the file cannot be read
 * @throws what the signal aborts with
 */
export async function* textOf(
  file: string,
  { fatal = true, signal }: ReadingOptions & { fatal?: boolean } = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal });
  const decode = (bytes?: Buffer): string => {
    try {
      // A letter may begin in one piece and end in the next.
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new NotUtf8Error(file);
    }
  };
  for await (const bytes of createReadStream(file)) {
    signal?.throwIfAborted();
    yield decode(bytes as Buffer);
  }
  yield decode();
}

export async function wholeTextOf(file: string, options?: ReadingOptions): Promise<string> {
  return (await Array.fromAsync(textOf(file, options))).join("");
}

/** The lines of a file. Only `\n` ends one: JSON allows in its texts what other readers take for a line's end, too. */
export async function* linesOf(file: string, options?: ReadingOptions): AsyncGenerator<string> {
  let rest = "";
  for await (const text of textOf(file, options)) {
    const [end = "", ...lines] = text.split("\n");
    rest += end;
    if (lines.length === 0) continue;
    yield rest;
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}

/** Where a file has its first letter that is not UTF-8. */
export function placeOfGarbledLetter(file: string): Promise<Place> {
  return placeWhere(file, (text) => text.indexOf("\uFFFD"));
}

/** The place of a byte of a file, by its index; a byte order mark does not count. */
export function placeOfByte(file: string, index: number): Promise<Place> {
  let left = index;
  return placeWhere(file, (text) => {
    const bytes = Buffer.from(text);
    const found = bytes.length >= left ? bytes.toString("utf8", 0, left).length : -1;
    left -= bytes.length;
    return found;
  });
}

/** Reads a file once more up to a character, because nobody counts lines and columns as long as all is well. */
async function placeWhere(file: string, indexIn: (text: string) => number): Promise<Place> {
  const position = new Position(file);
  for await (const text of textOf(file, { fatal: false })) {
    const index = indexIn(text);
    position.pass(index < 0 ? text : text.slice(0, index));
    if (index >= 0) break;
  }
  return position.place;
}
