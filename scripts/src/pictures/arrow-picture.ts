import { drawSvg, escapeXml } from "./svg.ts";

interface Box {
  x: number;
  y: number;
  says: string;
}

const size = { width: 150, height: 56 };
/** The packages in which `pnpm generate` writes. */
const generated = { x: 398, y: 44, width: 384, height: 244 };

const boxes: Record<string, Box> = {
  openapi: { x: 20, y: 66, says: "the fragments" },
  scripts: { x: 208, y: 66, says: "the pipeline" },
  "packages/types": { x: 416, y: 66, says: "types of each revision" },
  "packages/client": { x: 614, y: 66, says: "the client" },
  "packages/mock": { x: 416, y: 142, says: "an API for tests" },
  "packages/codemod": { x: 416, y: 218, says: "moves programs" },
  "packages/examples": { x: 820, y: 66, says: "lessons, programs" },
};

/** Who is used by whom: the `dependencies` of the packages, seen from the other side. */
export const uses: readonly (readonly [used: string, by: string])[] = [
  ["packages/types", "packages/client"],
  ["packages/types", "packages/examples"],
  ["packages/client", "packages/examples"],
  ["packages/mock", "packages/examples"],
];

/** The one direction, from a fragment to the examples. */
export function arrowPicture(): string {
  const { x, y, width, height } = generated;
  return drawSvg({
    title:
      "openapi is read by scripts; scripts write code into packages/types, packages/client, packages/mock and " +
      `packages/codemod. ${uses.map(([used, by]) => `${by} uses ${used}`).join("; ")}.`,
    width: 990,
    height: 308,
    style:
      "text { text-anchor: middle; font-size: 13px }\n.says { font-size: 12px }\n.writes { stroke-dasharray: 5 4 }",
    shapes: [
      '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">' +
        '<path class="mark" d="M0 0 8 4 0 8z"/></marker></defs>',
      `<rect class="line writes" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`,
      `<text class="faint says" x="${x + 280}" y="${y + 210}">pnpm generate writes here</text>`,
      ...Object.entries(boxes).map(([name, box]) => drawBox(name, box)),
      drawArrow("M170 94H206"),
      drawArrow("M358 94H396", "writes"),
      ...uses.map(([used, by]) => drawUse(used, by)),
    ],
  });
}

function drawBox(name: string, { x, y, says }: Box): string {
  const middle = x + size.width / 2;
  return [
    `<rect class="fill" x="${x}" y="${y}" width="${size.width}" height="${size.height}" rx="6"/>`,
    `<text x="${middle}" y="${y + 25}">${escapeXml(name)}</text>`,
    `<text class="faint says" x="${middle}" y="${y + 43}">${escapeXml(says)}</text>`,
  ].join("");
}

/** A straight line to a neighbour; over what stands between to one further off; from below to one of another row. */
function drawUse(used: string, by: string): string {
  const [from, to] = [boxes[used], boxes[by]];
  if (!from || !to) throw new Error(`the picture has no box for ${used} or ${by}`);
  const middle = from.y + size.height / 2;
  const start = from.x + size.width;
  if (from.y === to.y && to.x - start < size.width) return drawArrow(`M${start} ${middle}H${to.x - 2}`);
  const above = to.x + size.width / 2;
  if (from.y === to.y) return drawArrow(`M${from.x + size.width / 2} ${from.y}V24H${above}V${to.y - 2}`);
  return drawArrow(`M${start} ${middle}H${above}V${to.y + size.height + 2}`);
}

function drawArrow(path: string, kind = ""): string {
  return `<path class="line ${kind}" marker-end="url(#head)" d="${path}"/>`;
}
