/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something that has to be mended before anything is sent. */
export interface Problem extends Place {
  /** The attribute or column it is about. */
  field?: string | undefined;
  message: string;
}

/** As editors and terminals know how to open it. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** The place of a character of a text, by its index. */
export function placeAt(file: string, text: string, index: number): Place {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
