import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import type { DefaultTheme } from "vitepress";
import { listGuides } from "./reports/guides.ts";

/** The pages about revisions, and the guides from one to another. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: "Revisions",
    items: [
      { text: "Versions and revisions", link: "/revisions/" },
      { text: "Operations and revisions", link: "/revisions/matrix" },
      { text: "Audit of the published revisions", link: "/revisions/audit" },
    ],
  },
  {
    text: "Migration guides",
    items: (await listGuides(workspaceRoot)).map(({ name, from, to }) => ({
      text: `From ${from} to ${to}`,
      link: `/revisions/${name}`,
    })),
  },
];
