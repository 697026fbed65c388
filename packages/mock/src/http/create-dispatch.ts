import { ConnectionReset } from "../faults/connection-reset.ts";
import type { Fragment } from "../fragment.ts";
import type { RecordedRequest } from "../requests/recorded-request.ts";
import type { Router } from "./create-router.ts";
import { defaultContentType } from "./default-content-type.ts";
import { errorReply } from "./error-reply.ts";
import type { Incoming } from "./incoming.ts";
import { Refusal } from "./refusal.ts";
import { invalid } from "./refusals.ts";
import type { Reply } from "./reply.ts";
import { revisionOf } from "./revision-of.ts";
import { serveCall } from "./serve-call.ts";
import type { Service } from "./service.ts";

/** How to come by each revision's fragment; one revision never loads another's. */
export type FragmentLoaders = Readonly<Record<string, () => Promise<{ fragment: Fragment }>>>;

/** @throws {ConnectionReset} and the reason of an abort; everything else is answered */
export type Dispatch = (request: Incoming, record: RecordedRequest) => Promise<Reply>;

/** Sends every request to the operation that it asks for, in the revision that it asks for. */
export function createDispatch(loaders: FragmentLoaders, service: Service): Dispatch {
  const routers = new Map<string, Router>();
  const served = Object.keys(loaders);

  const routerOf = async (revision: string): Promise<Router> => {
    // Validation is most of what there is to load, and starting needs none of it.
    const [loaded, { createRouter }] = await Promise.all([loaders[revision]?.(), import("./create-router.ts")]);
    if (loaded === undefined) throw new Error(`no fragment for revision ${revision}`);
    const router = routers.get(revision) ?? createRouter(loaded.fragment);
    routers.set(revision, router);
    return router;
  };

  return async (request, record) => {
    try {
      const revision = revisionOf(request.headers.revision, served);
      record.revision = revision;
      const url = parseUrl(request.url);
      const route = (routers.get(revision) ?? (await routerOf(revision)))(request.method, url.pathname);
      record.operationId = route.operation.fragment.operationId;
      return await serveCall(service, { ...route, request, url, record });
    } catch (error) {
      if (error instanceof ConnectionReset || request.signal.aborted) throw error;
      return errorReply(refusalFor(error), { contentType: defaultContentType, random: service.random });
    }
  };
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { message, stack } = error as Error;
  const detail = `This is a bug in @org/mock, not in your program: ${stack ?? message}`;
  return new Refusal(500, [{ code: "mock_error", title: "The mock failed.", detail }]);
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw invalid(`'${text}' is not a URL.`);
  }
}
