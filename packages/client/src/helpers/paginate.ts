import type { Result } from "../answers/result.ts";
import type { Answer } from "../call-types/answer.ts";
import type { CallInit, NoQuery, PathAlone, QueryOf } from "../call-types/call-init.ts";
import type { Client, FiltersOf, RoutesOf } from "../client/client.ts";
import { nextCursor } from "./next-cursor.ts";
import { unwrap } from "./unwrap.ts";

type ResourceOf<Document> = Document extends { data: readonly (infer Resource)[] } ? Resource : never;

/** The resources of a list, page after page; a page is asked for when the one before has been used up. */
export interface Paginated<Document> extends AsyncIterable<ResourceOf<Document>> {
  /** Whole documents, with `included`, `links` and `meta`. */
  pages(): AsyncIterable<Document>;
}

/**
 * Goes through a list. It takes what `GET` takes, and its resources have the same types; `page[cursor]` in the query is
 * where it starts.
 *
 * @throws {ApiError} when a page cannot be had; whatever the signal aborts with
 * @example
 * ```ts
 * import { createClient, filter, paginate } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * const query = { filter: filter.contains("title", "shirt"), "fields[catalog-item]": ["title"] } as const;
 * for await (const item of paginate(klaviyo, "/api/catalog-items", { params: { query } })) console.log(item.attributes.title);
 * ```
 */
export function paginate<
  Routes,
  Filters,
  Path extends keyof RoutesOf<Routes, "GET">,
  const Query extends QueryOf<RoutesOf<Routes, "GET">[Path], FiltersOf<Filters, Path>> = Extract<
    NoQuery,
    QueryOf<RoutesOf<Routes, "GET">[Path], FiltersOf<Filters, Path>>
  >,
>(
  client: Client<Routes, Filters>,
  path: Path,
  init: CallInit<
    RoutesOf<Routes, "GET">[Path],
    Query,
    QueryOf<RoutesOf<Routes, "GET">[Path], FiltersOf<Filters, Path>>
  >,
): Paginated<Answer<RoutesOf<Routes, "GET">[Path], Query>>;
export function paginate<Routes, Filters, Path extends keyof RoutesOf<Routes, "GET">>(
  client: Client<Routes, Filters>,
  path: PathAlone<Path, RoutesOf<Routes, "GET">[Path]>,
): Paginated<Answer<RoutesOf<Routes, "GET">[Path], NoQuery>>;
export function paginate(client: { GET: unknown; baseUrl: string }, path: string, init?: ListInit): Paginated<Page> {
  const pages = () => pagesOf(client as LooseClient, path, init);
  return { pages, [Symbol.asyncIterator]: () => resourcesOf(pages()) };
}

interface Page {
  data: unknown[];
  links?: { next?: string | null };
}

interface ListInit {
  params?: { query?: Record<string, unknown> };
  signal?: AbortSignal | null;
}

interface LooseClient {
  GET(path: string, init: ListInit): Promise<Result<Page>>;
  baseUrl: string;
}

async function* pagesOf({ GET, baseUrl }: LooseClient, path: string, init: ListInit = {}): AsyncGenerator<Page> {
  for (let query = init.params?.query; ; ) {
    init.signal?.throwIfAborted();
    const page = await unwrap(GET(path, { ...init, params: { ...init.params, query } }));
    yield page;
    const cursor = nextCursor(page, baseUrl);
    if (cursor === undefined) return;
    if (cursor === query?.["page[cursor]"]) throw new Error(`${path} says that a page is followed by itself.`);
    query = { ...query, "page[cursor]": cursor };
  }
}

async function* resourcesOf(pages: AsyncIterable<Page>): AsyncGenerator<never> {
  for await (const page of pages) yield* page.data as never[];
}
