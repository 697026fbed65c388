import { listOperations } from "@org/scripts/src/document/list-operations.ts";
import { readFragments, readSettings } from "@org/scripts/src/generate/fragments.ts";
import { html } from "@org/scripts/src/matrix/html.ts";
import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import type { DefaultTheme } from "vitepress";
import { operationFacts } from "./reference/operation-facts.ts";
import { pageNames } from "./reference/page-names.ts";

/** The operations of every revision, the current one first, in the groups of their pages' lists. */
export const sidebar: DefaultTheme.SidebarItem[] = await makeSidebar();

async function makeSidebar(): Promise<DefaultTheme.SidebarItem[]> {
  const [fragments, { current }] = await Promise.all([readFragments(workspaceRoot), readSettings(workspaceRoot)]);
  const newestFirst = fragments.toReversed();
  newestFirst.sort((a, b) => Number(b.revision === current) - Number(a.revision === current));
  return newestFirst.map(({ revision, document }) => {
    const names = pageNames(document);
    const pages = [...listOperations(document)].map((entry) => {
      const { group, summary, method, path } = operationFacts(document, entry);
      return { group: group.at(-1) ?? "Operations", text: summary, name: names.get(`${method} ${path}`) ?? "" };
    });
    const groups = Map.groupBy(pages, ({ group }) => group);
    return {
      text: revision,
      link: `/operations/${revision}/`,
      collapsed: revision !== current,
      items: [...groups].map(([group, members]) => ({
        text: escaped(group),
        collapsed: true,
        items: members.map(({ text, name }) => ({ text: escaped(text), link: `/operations/${revision}/${name}` })),
      })),
    };
  });
}

/** The sidebar takes its texts for HTML. */
function escaped(text: string): string {
  return html`${text}`.html;
}
