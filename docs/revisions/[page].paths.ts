import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Audit } from "@org/scripts/src/matrix/audit-documents.ts";
import { readRevisions } from "@org/scripts/src/matrix/read-revisions.ts";
import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import { listGuides, renderGuide } from "./reports/guides.ts";
import { renderAudit } from "./reports/render-audit.ts";
import { renderMatrix } from "./reports/render-matrix.ts";

/** The matrix of the revisions in `openapi/`, the audit of the published documents, and every migration guide. */
export default {
  async paths() {
    const audit = await readFile(join(workspaceRoot, "docs", "revisions", "audit.json"), "utf8");
    const guides = await listGuides(workspaceRoot);
    const page = (name: string, content: string) => ({ params: { page: name }, content });
    return [
      page("matrix", renderMatrix(await readRevisions(workspaceRoot))),
      page("audit", renderAudit(JSON.parse(audit) as Audit)),
      ...(await Promise.all(guides.map(async (guide) => page(guide.name, await renderGuide(workspaceRoot, guide))))),
    ];
  },
};
