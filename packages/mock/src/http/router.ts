import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import { ApiProblem } from "../fragment/api-problem.ts";
import type { Fragment } from "../fragment/fragment.ts";
import { createValidator } from "../fragment/validator.ts";
import { compileOperation, type Operation } from "../operations/operation.ts";

export interface Route {
  operation: Operation;
  /** Path parameters, decoded. */
  path: Record<string, string>;
}

/** @throws {ApiProblem} 404 for a path that the revision does not have, 405 for a method that the path does not take */
export type Router = (method: string, pathname: string) => Route;

/** The routes of one revision. Operations are compiled when they are first called, so that starting costs nothing. */
export function createRouter({ operations, revision, schemas }: Fragment): Router {
  // The fast router cannot tell some of the whole API's paths apart; then the other takes over.
  const router = new SmartRouter<() => Operation>({ routers: [new RegExpRouter(), new TrieRouter()] });
  const compileSchema = createValidator(schemas, { closed: true });
  for (const operation of operations) {
    let compiled: Operation | undefined;
    const compile = () => {
      compiled ??= compileOperation(operation, schemas, compileSchema);
      return compiled;
    };
    router.add(operation.method, routeOf(operation.path), compile);
  }
  const methods = new Set(operations.map((operation) => operation.method));

  return (method, pathname) => {
    const path = withoutSlash(pathname);
    const [[match] = [], stash] = router.match(method, path);
    if (match === undefined) {
      const other = [...methods].some((one) => router.match(one, path)[0].length > 0);
      throw other ? methodNotAllowed(method, path) : noSuchPath(path, revision);
    }
    const [compile, parameters] = match;
    return { operation: compile(), path: decodeParameters(parameters, stash) };
  };
}

/** A path as hono's router writes it. */
function routeOf(path: string): string {
  return withoutSlash(path.replace(/\{(\w+)\}/g, ":$1"));
}

/** The API takes paths with and without a slash at the end, whichever form its revision documents. */
function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

/** hono gives a parameter by its place among the matches, or as it is. */
function decodeParameters(parameters: Record<string, string | number>, stash: string[] = []): Record<string, string> {
  const path: Record<string, string> = {};
  for (const name in parameters) {
    const text = String(stash[parameters[name] as number] ?? parameters[name]);
    path[name] = decodeURIComponent(text);
  }
  return path;
}

function methodNotAllowed(method: string, path: string): ApiProblem {
  const detail = `${path} does not take ${method}.`;
  return new ApiProblem(405, [{ code: "method_not_allowed", title: "Method not allowed.", detail }]);
}

function noSuchPath(path: string, revision: string): ApiProblem {
  const detail = `${path} is not a path of revision ${revision} that this mock knows.`;
  return new ApiProblem(404, [{ code: "not_found", title: "Not found.", detail }]);
}
