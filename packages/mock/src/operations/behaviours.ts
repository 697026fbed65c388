import { type Kind, kinds, plural } from "../catalog/kind.ts";
import type { OperationFragment } from "../fragment/fragment.ts";
import type { Action } from "../jobs/job.ts";
import type { Handler } from "./handler-context.ts";
import { getJob, listJobs, submitJob } from "./jobs.ts";
import { changeLinkage, listLinkage, scopeAt } from "./linkage.ts";
import { createResource, deleteResource, getResource, listResources, updateResource } from "./resources.ts";
import { subscribe } from "./subscriptions.ts";

/** A path without its trailing slash, and who handles its methods. */
type Routes = ReadonlyMap<string, Handler>;

// Pure, so that a bundle without the mock in use drops it.
const routes: Routes = /* @__PURE__ */ createRoutes();

/**
 * What an operation does, by its method and path: names of operations change from revision to revision, these do not.
 *
 * @throws {Error} for an operation that the mock has no behaviour for
 */
export function handlerFor({ method, path, operationId }: OperationFragment): Handler {
  const handler = routes.get(`${method} ${path.replace(/\/$/, "")}`);
  if (handler === undefined) throw new Error(`The mock has no behaviour for ${operationId} (${method} ${path}).`);
  return handler;
}

function resourceRoutes(kind: Kind): [string, Handler][] {
  const path = `/api/catalog-${plural[kind]}`;
  return [
    [`GET ${path}`, listResources(kind)],
    [`POST ${path}`, createResource(kind)],
    [`GET ${path}/{id}`, getResource(kind)],
    [`PATCH ${path}/{id}`, updateResource(kind)],
    [`DELETE ${path}/{id}`, deleteResource(kind)],
  ];
}

function readLinkRoutes(kind: Kind, related: Kind): [string, Handler][] {
  const path = `/api/catalog-${plural[kind]}/{id}`;
  return [
    [`GET ${path}/${plural[related]}`, listResources(related, scopeAt(kind, related))],
    [`GET ${path}/relationships/${plural[related]}`, listLinkage(related, scopeAt(kind, related))],
  ];
}

function linkRoutes(kind: Kind, related: Kind): [string, Handler][] {
  const path = `/api/catalog-${plural[kind]}/{id}/relationships/${plural[related]}`;
  return [
    ...readLinkRoutes(kind, related),
    [`POST ${path}`, changeLinkage(kind, related, "POST")],
    [`PATCH ${path}`, changeLinkage(kind, related, "PATCH")],
    [`DELETE ${path}`, changeLinkage(kind, related, "DELETE")],
  ];
}

function jobRoutes(kind: Kind, action: Action): [string, Handler][] {
  const path = `/api/catalog-${kind}-bulk-${action}-jobs`;
  const family = { kind, action };
  return [
    [`GET ${path}`, listJobs(family)],
    [`POST ${path}`, submitJob(family)],
    [`GET ${path}/{job_id}`, getJob(family)],
  ];
}

function createRoutes(): Routes {
  return new Map([
    ...kinds.flatMap(resourceRoutes),
    ...linkRoutes("item", "category"),
    ...linkRoutes("category", "item"),
    ...readLinkRoutes("item", "variant"),
    ...kinds.flatMap((kind) => (["create", "update", "delete"] as const).flatMap((action) => jobRoutes(kind, action))),
    ["POST /api/back-in-stock-subscriptions", subscribe],
  ]);
}
