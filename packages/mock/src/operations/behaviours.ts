import { type Kind, kinds, plural } from "../catalog/kind.ts";
import type { Action } from "../jobs/job.ts";
import type { Handler } from "./handler-context.ts";
import { getJob, listJobs, submitJob } from "./jobs.ts";
import { changeLinkage, listLinkage, scopeAt } from "./linkage.ts";
import { createResource, deleteResource, getResource, listResources, updateResource } from "./resources.ts";
import { subscribe } from "./subscriptions.ts";

// Pure, so that a bundle without the mock in use drops it.
const behaviours: ReadonlyMap<string, Handler> = /* @__PURE__ */ createBehaviours();

/**
 * What an operation does, by its method and path: names of operations change from revision to revision, these do not.
 *
 * @param key e.g. `GET /api/catalog-items/{}`
 */
export function behaviourOf(key: string): Handler | undefined {
  return behaviours.get(key);
}

function resources(kind: Kind): [string, Handler][] {
  const path = `/api/catalog-${plural[kind]}`;
  return [
    [`GET ${path}`, listResources(kind)],
    [`POST ${path}`, createResource(kind)],
    [`GET ${path}/{}`, getResource(kind)],
    [`PATCH ${path}/{}`, updateResource(kind)],
    [`DELETE ${path}/{}`, deleteResource(kind)],
  ];
}

function linkageToRead(kind: Kind, related: Kind): [string, Handler][] {
  const path = `/api/catalog-${plural[kind]}/{}`;
  return [
    [`GET ${path}/${plural[related]}`, listResources(related, scopeAt(kind, related))],
    [`GET ${path}/relationships/${plural[related]}`, listLinkage(kind, related)],
  ];
}

function linkage(kind: Kind, related: Kind): [string, Handler][] {
  const path = `/api/catalog-${plural[kind]}/{}/relationships/${plural[related]}`;
  return [
    ...linkageToRead(kind, related),
    [`POST ${path}`, changeLinkage(kind, related, "POST")],
    [`PATCH ${path}`, changeLinkage(kind, related, "PATCH")],
    [`DELETE ${path}`, changeLinkage(kind, related, "DELETE")],
  ];
}

function jobs(kind: Kind, action: Action): [string, Handler][] {
  const path = `/api/catalog-${kind}-bulk-${action}-jobs`;
  const family = { kind, action };
  return [
    [`GET ${path}`, listJobs(family)],
    [`POST ${path}`, submitJob(family)],
    [`GET ${path}/{}`, getJob(family)],
  ];
}

function createBehaviours(): ReadonlyMap<string, Handler> {
  return new Map([
    ...kinds.flatMap(resources),
    ...linkage("item", "category"),
    ...linkage("category", "item"),
    ...linkageToRead("item", "variant"),
    ...kinds.flatMap((kind) => (["create", "update", "delete"] as const).flatMap((action) => jobs(kind, action))),
    ["POST /api/back-in-stock-subscriptions", subscribe],
  ]);
}
