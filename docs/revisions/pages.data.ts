import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import { listGuides } from "./reports/guides.ts";

interface RevisionPages {
  /** The guides from one revision to another. */
  guides: { from: string; to: string; link: string }[];
}

declare const data: RevisionPages;

export { data };

export default {
  async load(): Promise<RevisionPages> {
    const guides = await listGuides(workspaceRoot);
    return { guides: guides.map(({ from, to, name }) => ({ from, to, link: `/revisions/${name}` })) };
  },
};
