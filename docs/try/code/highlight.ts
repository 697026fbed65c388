/** A piece of a program's text, and how it is shown. */
export interface Piece {
  text: string;
  kind: "plain" | "string" | "comment" | "keyword" | "number" | "name";
  /** The compiler has something to say about it. */
  wrong: boolean;
}

const token =
  /(?<comment>\/\/.*|\/\*[\s\S]*?\*\/)|(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(?<keyword>\b(?:as|async|await|const|else|export|false|for|from|function|if|import|interface|let|new|null|of|return|true|type|typeof|undefined|boolean|number|string|unknown|never)\b)|(?<number>\b\d[\d_.]*\b)|(?<name>[\w$]+(?=\??:))/g;

/** Cuts a program, a type or JSON into pieces to be coloured. It is no parser: it only has to look right. */
export function highlight(text: string, wrong: readonly { start: number; length: number }[] = []): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, kind: Piece["kind"]): void => {
    const cuts = wrong.flatMap(({ start, length }) => [start, start + Math.max(length, 1)]);
    const edges = [from, ...cuts.filter((cut) => cut > from && cut < to).sort((a, b) => a - b), to];
    for (const [index, edge] of edges.slice(0, -1).entries()) {
      const end = edges[index + 1] ?? to;
      const isWrong = wrong.some(({ start, length }) => edge >= start && edge < start + Math.max(length, 1));
      if (end > edge) pieces.push({ text: text.slice(edge, end), kind, wrong: isWrong });
    }
  };
  let last = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(token)) {
    add(last, index, "plain");
    last = index + found.length;
    const [kind] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ["plain"];
    const isKey = kind === "string" && /^\s*\??:/.test(text.slice(last));
    add(index, last, isKey ? "name" : (kind as Piece["kind"]));
  }
  add(last, text.length, "plain");
  return pieces;
}
