import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What is used here of the mock, which comes after this package and so is none of its dependencies. */
interface Mock {
  behaviourOf: (key: string) => unknown;
  operationKey: (operation: { method: string; path: string }) => string;
  fragment: { operations: { operationId: string; method: string; path: string }[] };
}

/** Ids of the operations of a revision that the built mock of a workspace only answers with an example. */
export async function unsimulatedOperations(root: string, revision: string): Promise<string[]> {
  const load = (file: string): Promise<Mock> =>
    import(pathToFileURL(join(root, "packages", "mock", "dist", file)).href);
  const { behaviourOf } = await load("operations/behaviours.js");
  const { operationKey } = await load("operations/operation.js");
  const { fragment } = await load(`generated/${revision}.js`);
  const unsimulated = fragment.operations.filter((operation) => !behaviourOf(operationKey(operation)));
  return unsimulated.map(({ operationId }) => operationId);
}
