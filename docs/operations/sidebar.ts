import { listOperations } from "@org/scripts/src/document/list-operations.ts";
import { readFragments, readSettings } from "@org/scripts/src/generate/fragments.ts";
import { html } from "@org/scripts/src/matrix/html.ts";
import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import type { DefaultTheme } from "vitepress";
import { groupAnchor, groupName } from "./reference/groups.ts";
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
      const facts = operationFacts(document, entry);
      const name = names.get(`${facts.method} ${facts.path}`) ?? "";
      return { group: groupName(facts), text: facts.summary, name };
    });
    const groups = Map.groupBy(pages, ({ group }) => group);
    return {
      text: revision,
      link: `/operations/${revision}/`,
      collapsed: revision !== current,
      items: [...groups].map(([group, members]) => ({
        text: escaped(group),
        link: `/operations/${revision}/#${groupAnchor(group)}`,
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
