import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DefaultTheme } from "vitepress";

const docs = resolve(import.meta.dirname, "../..");

/** Whether the site has such pages; the navigation leaves out what it has not. */
export function hasRoom(room: string): boolean {
  return existsSync(join(docs, room));
}

/**
 * The sidebar of a room: what its `sidebar.ts` exports as `sidebar`, or else its pages by their titles, its index first.
 */
export async function sidebarOf(room: string, title: string): Promise<DefaultTheme.SidebarItem[]> {
  const own = join(docs, room, "sidebar.ts");
  if (existsSync(own)) {
    const { sidebar } = (await import(own)) as { sidebar: DefaultTheme.SidebarItem[] };
    return sidebar;
  }
  // A page with brackets in its path stands for many.
  const pages = globSync("**/*.md", { cwd: join(docs, room) }).filter((path) => !path.includes("["));
  const rank = (path: string): string => path.replace(/index\.md$/, "");
  pages.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  const items = pages.map((path) => ({
    text: titleOf(join(docs, room, path)),
    link: `/${room}/${path.replace(/(index)?\.md$/, "")}`,
  }));
  return [{ text: title, items }];
}

function titleOf(file: string): string {
  return /^# (.+)$/m.exec(readFileSync(file, "utf8"))?.[1]?.replaceAll("`", "") ?? "Overview";
}

/**
 * The sidebars of a room whose sections are many pages each: every section has its own, unfolded, below a list of all
 * sections. A group that unfolds itself when the page begins to run would move what is below it.
 */
export function sidebarsOf(
  room: string,
  title: string,
  sections: DefaultTheme.SidebarItem[],
): DefaultTheme.SidebarMulti {
  const isSectioned = sections.every(({ link, items }) => link && items);
  if (!isSectioned) return { [`/${room}/`]: sections };
  const all = { text: title, items: sections.map(({ text, link }) => ({ text, link })) };
  const own = sections.map(({ link, items = [] }) => [link, [all, ...items.map(unfolded)]]);
  return { [`/${room}/`]: [all], ...Object.fromEntries(own) };
}

function unfolded({ collapsed: _, items, ...item }: DefaultTheme.SidebarItem): DefaultTheme.SidebarItem {
  return items ? { ...item, items: items.map(unfolded) } : item;
}

/** The sidebar that TypeDoc writes beside the API reference; empty before it has been made. */
export function apiSidebar(): DefaultTheme.SidebarItem[] {
  const file = join(docs, "api", "typedoc-sidebar.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as DefaultTheme.SidebarItem[]) : [];
}
