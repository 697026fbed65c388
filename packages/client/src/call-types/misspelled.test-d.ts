import { test } from "vitest";
import { createClient as createDecember } from "../generated/2023-12-15.ts";
import { createClient } from "../generated/2026-07-15.ts";
import { paginate } from "../helpers/paginate.ts";
import type { Policy } from "../policies/policy.ts";

const klaviyo = createClient({ apiKey: "pk_1" });
const pinned = createDecember({ apiKey: "pk_1" });
const path = { id: "1" };

test("a path", () => {
  // Argument of type '"/api/catalog-itemz"' is not assignable to parameter of type '"/api/catalog-items" | …'.
  // @ts-expect-error
  klaviyo.GET("/api/catalog-itemz");
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items/{idd}", { params: { path: { idd: "1" } } });
  // @ts-expect-error the newer revision has no slash at the end
  klaviyo.GET("/api/catalog-items/");
  // @ts-expect-error the older one has
  pinned.GET("/api/catalog-items");
  // @ts-expect-error no such operation
  klaviyo.PUT("/api/catalog-items");
  // @ts-expect-error no such list
  paginate(klaviyo, "/api/catalog-itemz");
  // '"/api/catalog-items/{id}"' is not assignable to parameter of type 'ListPathsOf<Api>'.
  // @ts-expect-error one item
  paginate(klaviyo, "/api/catalog-items/{id}", { params: { path } });
  // @ts-expect-error one job
  paginate(pinned, "/api/catalog-item-bulk-create-jobs/{job_id}/", { params: { path: { job_id: "1" } } });
  // @ts-expect-error a list whose path has a parameter
  paginate(klaviyo, "/api/catalog-items/{id}/variants");
  // @ts-expect-error '"/api/catalog-items/{id}"' is not assignable to … '"/api/catalog-items/{id} needs a second argument"'.
  klaviyo.GET("/api/catalog-items/{id}");
});

// Errors that many will meet, as the compiler words them, in an object literal and in a query declared before:
//
//   Object literal may only specify known properties, but 'inclde' does not exist in type …. Did you mean to write 'include'?
//   Property '[impossible]' is missing in type … but required in type 'UnknownQueryParameter<"inclde">'.
test("a query parameter, beside valid ones and alone", () => {
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"], inclde: 1 } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { inclde: ["variants"] } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items/{id}", { params: { path, query: { include: ["variants"], "fields[x]": ["id"] } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"], filtr: "equals(published,true)" } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: Math.random() > 0.5 ? { "page[size]": 1, pagesize: 1 } : {} } });
  const query = { include: ["variants"], "page[szie]": 10 } as const;
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query } });
  // @ts-expect-error
  paginate(klaviyo, "/api/catalog-items", { params: { query } });
  // @ts-expect-error
  paginate(klaviyo, "/api/catalog-items", { params: { query: { include: ["variants"], "page[szie]": 10 } } });
  // @ts-expect-error
  pinned.GET("/api/catalog-items/", { params: { query: { include: ["variants"], inclde: 1 } } });
  // @ts-expect-error
  paginate(pinned, "/api/catalog-items/", { params: { query: { include: ["variants"], sortt: "created" } } });
  // @ts-expect-error a parameter of another operation
  klaviyo.GET("/api/catalog-categories", { params: { query: { sort: "created", include: ["items"] } } });
  // @ts-expect-error this operation has none
  klaviyo.DELETE("/api/catalog-items/{id}", { params: { path, query: { include: ["variants"] } } });
});

// Another one:
//
//   Type '"titel"' is not assignable to type '"created" | "custom_metadata" | "description" | "external_id" | "id" |
//   "image_full_url" | "image_thumbnail_url" | "images" | "price" | "published" | "title" | "updated" | "url"'.
//   Did you mean '"title"'?
test("a word of a list, beside valid ones and alone", () => {
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { "fields[catalog-item]": ["price", "titel"] } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variantz"] } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { include: "variantz" } } });
  const fields = ["price", "titel"] as const;
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { "fields[catalog-item]": fields } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { sort: "creatd" } } });
  // @ts-expect-error
  pinned.GET("/api/catalog-items/", { params: { query: { "fields[catalog-item]": ["price", "titel"] } } });
  // @ts-expect-error
  paginate(klaviyo, "/api/catalog-items", { params: { query: { "fields[catalog-item]": ["price", "titel"] } } });
});

test("a path parameter, beside valid ones and alone", () => {
  // Object literal may only specify known properties, and 'idd' does not exist in type '{ id: string; }'.
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id: "1", idd: "1" } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items/{id}", { params: { path: { idd: "1" } } });
  const misspelled = { idd: "1" };
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items/{id}", { params: { path: misspelled } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { path } });
  // @ts-expect-error
  pinned.GET("/api/catalog-item-bulk-create-jobs/{job_id}/", { params: { path: { job_id: "1", jobid: "1" } } });
  // @ts-expect-error
  paginate(klaviyo, "/api/catalog-items/{id}/variants", { params: { path: { id: "1", idd: "1" } } });
});

test("a header parameter: the operations of both revisions declare none besides what the client sends", () => {
  const header = { "x-mine": "1" };
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { header } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items/{id}", { params: { path, header } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { sort: "created" }, header: { revision: "2023-12-15" } } });
  // @ts-expect-error
  paginate(pinned, "/api/catalog-items/", { params: { header } });
  const policy: Policy = (next) => (url, init) => {
    init.headers["x-mine"] = "1";
    // @ts-expect-error a name in upper case would be another header beside it
    init.headers["X-Mine"] = "1";
    return next(url, init);
  };
  createClient({ apiKey: "pk_1", policies: [policy] });
  // headers of one's own have a place of their own
  klaviyo.GET("/api/catalog-items", { headers: { traceparent: "00-1-1-01", "x-mine": "1" } });
});

test("a key of the body at any depth, beside valid ones", () => {
  const type = "catalog-category";
  const attributes = { external_id: "1", name: "Shirts" };
  const items = { data: [{ type: "catalog-item" as const, id: "1" }] };
  // Object literal may only specify known properties, and 'nme' does not exist in type '{ external_id: string; name: string; … }'.
  // @ts-expect-error
  klaviyo.POST("/api/catalog-categories", { body: { data: { type, attributes: { ...attributes, nme: "Shirts" } } } });
  // @ts-expect-error
  klaviyo.POST("/api/catalog-categories", { body: { data: { type, attributes, relatonships: { items } } } });
  // @ts-expect-error
  klaviyo.POST("/api/catalog-categories", { body: { data: { type, attributes, relationships: { itms: items } } } });
  // @ts-expect-error
  klaviyo.POST("/api/catalog-categories", { body: { data: { type, attributes }, dta: {} } });
  const record = { type, attributes } as const;
  klaviyo.POST("/api/catalog-category-bulk-create-jobs", {
    body: {
      data: {
        type: "catalog-category-bulk-create-job",
        // @ts-expect-error in the second of two records
        attributes: { categories: { data: [record, { type, attributes: { ...attributes, nme: "Shirts" } }] } },
      },
    },
  });
  klaviyo.PATCH("/api/catalog-categories/{id}", {
    params: { path },
    // @ts-expect-error
    body: { data: { type, id: "1", attributes: { name: "Shirts", nam: "Shirts" } } },
  });
  klaviyo.POST("/api/catalog-categories/{id}/relationships/items", {
    params: { path },
    // @ts-expect-error
    body: { data: [{ type: "catalog-item", id: "1", idd: "1" }] },
  });
  // @ts-expect-error
  pinned.POST("/api/catalog-categories/", { body: { data: { type, attributes: { ...attributes, nme: "Shirts" } } } });
  // @ts-expect-error an operation without a body
  klaviyo.GET("/api/catalog-items", { body: {} });
  klaviyo.POST("/api/catalog-categories", { body: { data: { type, attributes, relationships: { items } } } });
});

test("a key of the second argument and of params, beside valid ones and alone", () => {
  // @ts-expect-error … but 'hedaers' does not exist in type … Did you mean to write 'headers'?
  klaviyo.GET("/api/catalog-items", { hedaers: {} });
  // @ts-expect-error … but 'parms' does not exist in type … Did you mean to write 'params'?
  klaviyo.GET("/api/catalog-items", { parms: { query: { include: ["variants"] } } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"] } }, singal: null });
  // @ts-expect-error … but 'qurey' does not exist in type … Did you mean to write 'query'?
  klaviyo.GET("/api/catalog-items/{id}", { params: { path, qurey: {} } });
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"] }, pth: {} } });
  // @ts-expect-error
  pinned.GET("/api/catalog-items/", { params: { qurey: { include: ["variants"] } } });
  // @ts-expect-error
  paginate(klaviyo, "/api/catalog-items", { params: { qurey: { include: ["variants"] } } });
  // @ts-expect-error
  paginate(pinned, "/api/catalog-items/", { params: { query: { include: ["variants"] } }, pageSize: 10 });
});
