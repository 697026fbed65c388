import { ApiProblem, invalid } from "../fragment/api-problem.ts";
import { defaultContentType, type Fragment } from "../fragment/fragment.ts";
import { withCursorUrl } from "../query/cursor.ts";
import { ConnectionReset } from "./connection-reset.ts";
import { errorReply, type Reply } from "./reply.ts";
import type { Incoming } from "./request.ts";
import type { RecordedRequest } from "./request-log.ts";
import { revisionOf } from "./revision.ts";
import type { Service } from "./serve-call.ts";

/** How to come by each revision's fragment; one revision never loads another's. */
export type FragmentLoaders = Readonly<Record<string, () => Promise<{ fragment: Fragment }>>>;

/** @throws {ConnectionReset} and the reason of an abort; everything else is answered */
export type Dispatch = (request: Incoming, record: RecordedRequest) => Promise<Reply>;

/** Answers a request that asks for a certain revision. */
type Serve = (request: Incoming, record: RecordedRequest, url: URL) => Promise<Reply>;

/** Sends every request to the operation that it asks for, in the revision that it asks for. */
export function createDispatch(loaders: FragmentLoaders, service: Service): Dispatch {
  const served = Object.keys(loaders);
  /** By revision; a promise until it is loaded, so that requests that come at once wait for one loading. */
  const serving = new Map<string, Serve | Promise<Serve>>();

  const load = async (revision: string): Promise<Serve> => {
    // Most of what there is to load answers requests, and starting needs none of it.
    const modules = [loaders[revision]?.(), import("./router.ts"), import("./serve-call.ts")] as const;
    const [fragment, { createRouter }, { serveCall }] = await Promise.all(modules);
    if (fragment === undefined) throw new Error(`no fragment for revision ${revision}`);
    const route = createRouter(fragment.fragment);
    const serve: Serve = (request, record, url) => {
      const found = route(request.method, url.pathname);
      record.operationId = found.operation.fragment.operationId;
      return serveCall(service, { ...found, request, url: url.search === "" ? url : withCursorUrl(url), record });
    };
    serving.set(revision, serve);
    return serve;
  };

  // Loading takes real time: a clock that jumps to its next timer must not take that for waiting.
  const hold = <Value>(work: Promise<Value>): Promise<Value> => service.clock.hold?.(work) ?? work;

  return async (request, record) => {
    try {
      const url = parseUrl(request.url);
      const revision = revisionOf(request.headers.revision, served);
      record.revision = revision;
      const known = serving.get(revision) ?? load(revision);
      if (known instanceof Promise) serving.set(revision, known);
      const serve = known instanceof Promise ? await hold(known) : known;
      return await serve(request, record, url);
    } catch (error) {
      if (error instanceof ConnectionReset || request.signal.aborted) throw error;
      return errorReply(problemFor(error), { contentType: defaultContentType, random: service.random });
    }
  };
}

function problemFor(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const { message, stack } = error as Error;
  const detail = `This is a bug in @org/mock, not in your program: ${stack ?? message}`;
  return new ApiProblem(500, [{ code: "mock_error", title: "The mock failed.", detail }]);
}

/** @throws {ApiProblem} 400 for text that is no URL, or whose percent signs do not encode UTF-8 */
function parseUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw invalid(`'${text}' is not a URL.`);
  }
  const target = url.pathname + url.search;
  try {
    if (target.includes("%")) decodeURIComponent(target);
  } catch {
    throw invalid(`'${target}' does not encode text: '%' takes two hexadecimal digits of UTF-8.`);
  }
  return url;
}
