import { drawSvg, escapeXml } from "./svg.ts";

const lineHeight = 20;
const characterWidth = 7.8;
const margin = 20;

/** A command and what it prints, as a terminal shows it. */
export function terminalPicture(command: string, lines: readonly string[]): string {
  const all = [`$ ${command}`, ...lines];
  const rows = all.map((line, index) => {
    const y = margin + 14 + index * lineHeight;
    return `<text${index === 0 ? ' class="command"' : ""} x="${margin}" y="${y}">${escapeXml(line)}</text>`;
  });
  const longest = Math.max(...all.map((line) => line.length));
  return drawSvg({
    title: `What \`${command}\` prints`,
    width: Math.ceil(2 * margin + longest * characterWidth),
    height: 2 * margin + all.length * lineHeight,
    style:
      "text { font: 13px ui-monospace, Menlo, Consolas, monospace; white-space: pre }\n.command { font-weight: 600 }",
    shapes: rows.filter((row) => !row.endsWith("></text>")),
  });
}
