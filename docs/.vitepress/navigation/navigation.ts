import type { DefaultTheme } from "vitepress";
import { guides } from "./guides.ts";
import { apiSidebar, hasRoom, sidebarOf, sidebarsOf } from "./room.ts";

/** The rooms beside the guides, in the order of the navigation. */
const rooms = {
  operations: "Operations",
  revisions: "Revisions",
  decisions: "Decisions",
};

/** Navigation and sidebars of the rooms that are there. */
export async function navigation(): Promise<Pick<DefaultTheme.Config, "nav" | "sidebar">> {
  const there = Object.entries(rooms).filter(([room]) => hasRoom(room));
  const sidebars = await Promise.all(
    there.map(async ([room, title]) => sidebarsOf(room, title, await sidebarOf(room, title))),
  );
  return {
    nav: [
      { text: "Guides", link: "/guides/start", activeMatch: "^/guides/" },
      { text: "API", link: "/api/", activeMatch: "^/api/" },
      ...there.map(([room, text]) => ({ text, link: `/${room}/`, activeMatch: `^/${room}/` })),
      ...(hasRoom("try") ? [{ text: "Try it", link: "/try/", activeMatch: "^/try/" }] : []),
    ],
    sidebar: Object.assign({ "/guides/": guides }, sidebarsOf("api", "API reference", apiSidebar()), ...sidebars),
  };
}
