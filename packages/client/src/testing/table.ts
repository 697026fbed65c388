import type { OperationTable } from "../operations/operation-table.ts";

/** A small table, so that tests of the runtime need no generated one. */
export const table: OperationTable = {
  revision: "2026-07-15",
  profiles: [
    { burst: 350, steady: 3500, accept: "application/vnd.api+json" },
    {
      burst: 75,
      steady: 750,
      accept: "application/vnd.api+json",
    },
    { burst: 75, steady: 750, accept: "application/json", explode: ["tag"] },
  ],
  paths: {
    "/api/catalog-items": { GET: 0, POST: 1 },
    "/api/catalog-items/{id}": { GET: 0, PATCH: 1, DELETE: 1 },
    "/api/catalog-items/{id}/variants": { GET: 2 },
  },
};

interface Item {
  type: "catalog-item";
  id: string;
  attributes: { external_id?: string | null; title?: string | null };
}

interface Answers<Content> {
  200: { content: { "application/vnd.api+json": Content } };
}

interface ById {
  path: { id: string };
  query?: never;
}

interface ItemsQuery {
  "fields[catalog-item]"?: ("external_id" | "title")[];
  filter?: string;
  tag?: string[];
  "page[cursor]"?: string;
}

interface routes {
  GET: {
    "/api/catalog-items": {
      parameters: { query?: ItemsQuery; path?: never };
      requestBody?: never;
      responses: Answers<{ data: Item[]; links?: { next?: string | null } }>;
    };
    "/api/catalog-items/{id}": { parameters: ById; requestBody?: never; responses: Answers<{ data: Item }> };
    "/api/catalog-items/{id}/variants": {
      parameters: { query?: ItemsQuery; path: { id: string } };
      requestBody?: never;
      responses: Answers<{ data: Item[] }>;
    };
  };
  POST: {
    "/api/catalog-items": {
      parameters: { query?: never; path?: never };
      requestBody: { content: { "application/vnd.api+json": { data: { type: "catalog-item"; title: string } } } };
      responses: Answers<{ data: Item }>;
    };
  };
  PATCH: {
    "/api/catalog-items/{id}": {
      parameters: ById;
      requestBody: { content: { "application/vnd.api+json": { data: Partial<Item> } } };
      responses: Answers<{ data: Item }>;
    };
  };
  DELETE: {
    "/api/catalog-items/{id}": { parameters: ById; requestBody?: never; responses: { 204: { content?: never } } };
  };
}

interface filters {
  "/api/catalog-items": { ids: { any: string[] }; title: { contains: string }; published: { equals: boolean } };
}

/** The API of {@link table}, as the generator writes it. */
export interface Api {
  routes: routes;
  filters: filters;
}
