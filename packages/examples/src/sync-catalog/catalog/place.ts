/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** As editors and terminals know how to open it. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** Counts lines and columns while a text is passed piece by piece. */
export class Position {
  readonly #file: string;
  #line = 1;
  #column = 1;
  #isAfterReturn = false;

  constructor(file: string) {
    this.#file = file;
  }

  get place(): Place {
    return { file: this.#file, line: this.#line, column: this.#column };
  }

  pass(text: string): void {
    if (text === "") return;
    // The two characters of one line's end may come in two pieces.
    const lines = (this.#isAfterReturn && text.startsWith("\n") ? text.slice(1) : text).split(/\r\n|\n|\r/);
    this.#isAfterReturn = text.endsWith("\r");
    this.#column = (lines.length === 1 ? this.#column : 1) + (lines.at(-1)?.length ?? 0);
    this.#line += lines.length - 1;
  }
}

/** Tells the place of a character of a text by its index; the lines of the text are looked for once. */
export function placesIn(file: string, text: string): (index: number) => Place {
  let starts: number[] | undefined;
  return (index) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
    const line = countUpTo(starts, index);
    return { file, line, column: index - (starts[line - 1] ?? 0) + 1 };
  };
}

/** How many of ascending numbers are at most a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let count = 0;
  let end = numbers.length;
  while (count < end) {
    const middle = (count + end) >> 1;
    if ((numbers[middle] as number) <= limit) count = middle + 1;
    else end = middle;
  }
  return count;
}
