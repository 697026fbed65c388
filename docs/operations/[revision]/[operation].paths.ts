import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import { readReference } from "../reference/reference.ts";
import { renderIndex } from "../reference/render-index.ts";
import { renderOperation } from "../reference/render-operation.ts";

/** A page for every operation of every revision, and one for the list of them. */
export default {
  async paths() {
    const reference = await readReference(workspaceRoot);
    const revisions = reference.map(({ revision }) => revision);
    return reference.flatMap((each) => {
      const { revision, pages } = each;
      const page = (operation: string, content: string) => ({ params: { revision, operation }, content });
      return [
        page("index", renderIndex(each, revisions)),
        ...pages.map((operation) => page(operation.name, renderOperation(operation))),
      ];
    });
  },
};
