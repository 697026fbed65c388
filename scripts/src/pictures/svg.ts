const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);
}

export interface Drawing {
  /** What the picture shows, for those who do not see it. */
  title: string;
  width: number;
  height: number;
  /** The style sheet, besides what every picture has. */
  style: string;
  shapes: readonly string[];
}

/**
 * A whole SVG document. It has a background of its own, so that it can be read on any page, and follows the reader's
 * light or dark. Spaces count, as in a terminal. The classes are `ground`, `fill`, `line`, `mark` and `faint`.
 */
export function drawSvg({ title, width, height, style, shapes }: Drawing): string {
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:space="preserve">`,
    `<title>${escapeXml(title)}</title>`,
    "<style>",
    ":root { --ground: #fff; --edge: #d0d7de; --ink: #1f2328; --faint: #59636e; --mark: #0a66c2; --fill: #f6f8fa }",
    "@media (prefers-color-scheme: dark) {",
    "  :root { --ground: #0d1117; --edge: #3d444d; --ink: #f0f6fc; --faint: #9198a1; --mark: #58a6ff; --fill: #151b23 }",
    "}",
    "text { font: 14px system-ui, sans-serif; fill: var(--ink) }",
    ".ground { fill: var(--ground); stroke: var(--edge) }",
    ".fill { fill: var(--fill); stroke: var(--edge) }",
    ".line { fill: none; stroke: var(--mark); stroke-width: 1.5 }",
    ".mark { fill: var(--mark) }",
    ".faint { fill: var(--faint) }",
    ...style.split("\n").filter(Boolean),
    "</style>",
    `<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...shapes,
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}
