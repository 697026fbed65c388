import type { Fragment } from "../fragment.ts";
import { defaultContentType } from "../operations/compile-operation.ts";
import type { RecordedRequest } from "../requests/recorded-request.ts";
import { type App, createApp } from "./create-app.ts";
import { errorResponse } from "./error-response.ts";
import { Refusal } from "./refusal.ts";
import { revisionOf } from "./revision-of.ts";
import type { Service } from "./service.ts";

/** How to come by each revision's fragment; one revision never loads another's. */
export type FragmentLoaders = Readonly<Record<string, () => Promise<{ fragment: Fragment }>>>;

export type Dispatch = (request: Request, record: RecordedRequest) => Response | Promise<Response>;

/** Sends every request to the routes of the revision it asks for. */
export function createDispatch(loaders: FragmentLoaders, service: Service): Dispatch {
  const apps = new Map<string, App>();
  const served = Object.keys(loaders);

  const load = async (revision: string): Promise<App> => {
    const loaded = await loaders[revision]?.();
    if (loaded === undefined) throw new Error(`no fragment for revision ${revision}`);
    const app = apps.get(revision) ?? createApp(loaded.fragment, service);
    apps.set(revision, app);
    return app;
  };

  return (request, record) => {
    try {
      const revision = revisionOf(request.headers.get("revision"), served);
      record.revision = revision;
      const app = apps.get(revision);
      return app ? app.fetch(request, record) : load(revision).then((loaded) => loaded.fetch(request, record));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return errorResponse(error, { contentType: defaultContentType, random: service.random });
    }
  };
}
