import type { Result } from "../answers/result.ts";
import type { Answer, ResourceIn } from "../call-types/answer.ts";
import type { AnyApi, FiltersOf, OperationAt } from "../call-types/api.ts";
import type { CallInit, GivenInit, Inferred, NoQuery, PathAlone, Query, QueryIn } from "../call-types/call-init.ts";
import type { ListPathsOf } from "../call-types/list-paths.ts";
import type { AndMore, Call } from "../client/client.ts";
import { nextCursor } from "./next-cursor.ts";
import { unwrap } from "./unwrap.ts";

/** The resources of a list, page after page; a page is asked for when the one before has been used up. */
export interface Paginated<Page> extends AsyncIterable<ResourceIn<Page>> {
  /** Whole documents, with `included`, `links` and `meta`. */
  pages(): AsyncIterable<Page>;
  /** All resources, or the first `limit` of them; no page is asked for that is not needed. @default no limit */
  toArray(options?: { limit?: number | undefined }): Promise<ResourceIn<Page>[]>;
  /**
   * The `page[cursor]` of the page that was asked for last, `undefined` for the first page of a list. After an error it
   * is that of the page that failed: start there to go on.
   */
  readonly cursor: string | undefined;
}

/** What {@link paginate} needs of a client. */
export interface PaginateClient<Api extends AnyApi> {
  readonly GET: Call<Api, "GET">;
  /** Links to next pages may name this origin, besides the API's own. @default "https://a.klaviyo.com" */
  readonly baseUrl?: string | undefined;
}

/**
 * Goes through a list. It takes what `GET` takes, and its resources have the same types; `page[cursor]` in the query is
 * where it starts.
 *
 * @param client a client, or just its `GET`
 * @throws {ApiError} when a page cannot be had; `cursor` then tells where to go on
 * @throws {Error} when a page names a next one that has been there before; whatever the signal aborts with
 * @example
 * ```ts
 * import { createClient, filter, paginate } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * const query = { filter: filter.contains("title", "shirt"), "fields[catalog-item]": ["title"] } as const;
 * const items = paginate(klaviyo, "/api/catalog-items", { params: { query } });
 * try {
 *   for await (const item of items) console.log(item.attributes.title);
 * } catch (error) {
 *   console.error(error, "Go on with page[cursor]", items.cursor);
 * }
 * ```
 */
export function paginate<Api extends AnyApi, Path extends ListPathsOf<Api>>(
  client: AndMore<PaginateClient<Api>>,
  path: PathAlone<Path, OperationAt<Api, "GET", Path>>,
): Paginated<Answer<OperationAt<Api, "GET", Path>, NoQuery>>;
export function paginate<
  Api extends AnyApi,
  Path extends ListPathsOf<Api>,
  const Init = CallInit<OperationAt<Api, "GET", Path>, FiltersOf<Api, Path>>,
>(
  client: AndMore<PaginateClient<Api>>,
  path: Path,
  init: GivenInit<OperationAt<Api, "GET", Path>, FiltersOf<Api, Path>, Init> &
    Inferred<Init, Query<OperationAt<Api, "GET", Path>, FiltersOf<Api, Path>>>,
): Paginated<Answer<OperationAt<Api, "GET", Path>, QueryIn<Init>>>;
export function paginate(client: object, path: string, init: ListInit = {}): Paginated<LoosePage> {
  let cursor: string | undefined;
  const pages = () => pagesOf(client as LooseClient, path, init, (asked) => (cursor = asked));
  const resources = () => resourcesOf(pages());
  return {
    pages,
    toArray: ({ limit } = {}) => firstOf(resources(), limit),
    get cursor() {
      return cursor;
    },
    [Symbol.asyncIterator]: resources,
  };
}

interface LoosePage {
  data: never[];
  links?: { next?: string | null };
}

interface ListInit {
  params?: { query?: { "page[cursor]"?: string } };
}

interface LooseClient {
  GET(path: string, init: ListInit): Promise<Result<LoosePage>>;
  baseUrl?: string;
}

async function* pagesOf(
  client: LooseClient,
  path: string,
  init: ListInit,
  onAsk: (cursor: string | undefined) => void,
): AsyncGenerator<LoosePage> {
  const asked = new Set<string | undefined>();
  for (let query = init.params?.query; ; ) {
    const cursor = query?.["page[cursor]"];
    onAsk(cursor);
    asked.add(cursor);
    const page = await unwrap(client.GET(path, { ...init, params: { ...init.params, query } }));
    yield page;
    const next = nextCursor(page, client.baseUrl);
    if (next === undefined) return;
    if (asked.has(next)) throw new Error(`${path} names a page as the next one that has been there before.`);
    query = { ...query, "page[cursor]": next };
  }
}

async function* resourcesOf(pages: AsyncIterable<LoosePage>): AsyncGenerator<never> {
  for await (const page of pages) yield* page.data;
}

async function firstOf(resources: AsyncIterable<never>, limit = Number.POSITIVE_INFINITY): Promise<never[]> {
  if (!(limit >= 0)) throw new TypeError(`The limit of toArray is a number of resources, not ${limit}.`);
  const found: never[] = [];
  if (limit > 0) for await (const resource of resources) if (found.push(resource) >= limit) break;
  return found;
}
