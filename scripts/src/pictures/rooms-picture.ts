import { drawSvg, escapeXml } from "./svg.ts";

const step = 24;
const margin = 20;
const nameWidth = 130;

/**
 * The rooms of a tree as a staircase: each stands below all that it imports, and a dot lies where its row meets the
 * column of a room that it imports. That every dot has a place is the proof that there is one direction.
 */
export function roomsPicture(tree: string, imports: ReadonlyMap<string, readonly string[]>): string {
  const rooms = importedFirst(imports);
  const size = rooms.length * step;
  const at = (index: number) => margin + index * step + step / 2;
  const shapes = rooms.flatMap((room, row) => {
    const columns = (imports.get(room) ?? []).map((other) => rooms.indexOf(other)).filter((column) => column >= 0);
    const [x, y] = [at(row), at(row)];
    return [
      `<path class="guide" d="M${margin} ${y}H${x}V${margin + size}"/>`,
      ...columns.toSorted((a, b) => a - b).map((column) => `<circle class="mark" cx="${at(column)}" cy="${y}" r="5"/>`),
      `<text x="${x + 6}" y="${y + 5}">${escapeXml(room)}</text>`,
    ];
  });
  const inWords = rooms.map((room) => `${room}: ${imports.get(room)?.toSorted().join(", ") || "nothing"}`);
  return drawSvg({
    title: `What each room of ${tree} imports. ${inWords.join("; ")}`,
    width: 2 * margin + size + nameWidth,
    height: 2 * margin + size,
    style: ".guide { fill: none; stroke: var(--edge) }",
    // Guides lie under dots and names.
    shapes: shapes.toSorted((a, b) => Number(b.includes("guide")) - Number(a.includes("guide"))),
  });
}

/** In an order in which each comes after all that it imports; where there is a choice, by name. */
function importedFirst(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Set([...imports.keys()].sort());
  const ordered: string[] = [];
  while (left.size > 0) {
    const next = [...left].find((room) => !imports.get(room)?.some((other) => other !== room && left.has(other)));
    if (next === undefined) throw new Error(`rooms that import each other: ${[...left].join(", ")}`);
    left.delete(next);
    ordered.push(next);
  }
  return ordered;
}
