import { code, text } from "./escape.ts";
import { groupAnchor, groupName } from "./groups.ts";
import type { OperationPage, ReferenceRevision } from "./reference.ts";

/** The list of a revision's operations, as Markdown: a table for each group of them. */
export function renderIndex({ revision, isCurrent, pages }: ReferenceRevision, all: readonly string[]): string {
  const groups = Map.groupBy(pages, ({ facts }) => groupName(facts));
  const others = all.filter((other) => other !== revision).map((other) => `[${text(other)}](../${other}/index.md)`);
  const whose = isCurrent
    ? " of the current revision, that of `@org/client`"
    : `, those of \`@org/client/${revision}\``;
  const sections = [
    `# Operations of ${text(revision)}`,
    `${pages.length} operations${whose}.${others.length > 0 ? ` Other revisions: ${others.join(", ")}.` : ""}`,
    ...[...groups].flatMap(([group, members]) => [`## ${text(group)} {#${groupAnchor(group)}}`, table(members)]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function table(pages: readonly OperationPage[]): string {
  const rows = pages.map(({ name, facts: { method, path, summary } }) => {
    const badge = `<span class="method method-${method.toLowerCase()}">${method}</span>`;
    return `| [${text(summary)}](./${name}.md) | ${badge} | ${code(path)} |`;
  });
  return `| Operation | Method | Path |\n| --- | --- | --- |\n${rows.join("\n")}`;
}
