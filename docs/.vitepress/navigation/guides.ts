import type { DefaultTheme } from "vitepress";

/** The guides in the order in which they are read. */
export const guides: DefaultTheme.SidebarItem[] = [
  group("First steps", {
    start: "Start",
    credentials: "Credentials",
    "errors-and-retries": "Errors and retries",
  }),
  group("Reading", {
    narrowing: "Narrowed answers",
    pagination: "Pagination",
    filters: "Filters",
  }),
  group("Writing at scale", {
    "rate-limits": "Rate limits",
    "bulk-and-sync": "Bulk jobs and syncing",
    "several-processes": "Several processes",
  }),
  group("Keeping it right", {
    testing: "Testing with the mock",
    "moving-between-revisions": "Moving between revisions",
  }),
  group("For maintainers", {
    "bumping-and-releasing": "Bumping and releasing",
    "publishing-your-own": "Publishing your own",
    "how-it-works": "How it works",
  }),
];

function group(text: string, pages: Record<string, string>): DefaultTheme.SidebarItem {
  return { text, items: Object.entries(pages).map(([name, text]) => ({ text, link: `/guides/${name}` })) };
}
