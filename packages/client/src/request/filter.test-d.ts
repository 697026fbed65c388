import { test } from "vitest";
import { createClient as createDecember } from "../generated/2023-12-15.ts";
import { createClient } from "../generated/2026-07-15.ts";
import { type FilterSpec, filter, type TermsOf } from "./filter.ts";

const klaviyo = createClient({ apiKey: "pk_1" });
const path = "/api/catalog-items";

test("field, operator and value are those of the operation", () => {
  klaviyo.GET(path, { params: { query: { filter: filter.contains("title", "shirt") } } });
  klaviyo.GET(path, { params: { query: { filter: filter.any("ids", ["a", "b"]) } } });
  klaviyo.GET(path, {
    params: { query: { filter: filter.and(filter.contains("title", "shirt"), filter.equals("published", true)) } },
  });
  // @ts-expect-error a field that cannot be filtered
  klaviyo.GET(path, { params: { query: { filter: filter.contains("titel", "shirt") } } });
  // @ts-expect-error an operator that the field does not have
  klaviyo.GET(path, { params: { query: { filter: filter.equals("title", "shirt") } } });
  // @ts-expect-error a value of another type
  klaviyo.GET(path, { params: { query: { filter: filter.equals("published", "yes") } } });
  const half = filter.and(filter.contains("title", "a"), filter.equals("sku", "b"));
  // @ts-expect-error one wrong term among right ones
  klaviyo.GET(path, { params: { query: { filter: half } } });
  // @ts-expect-error a filter of another operation
  klaviyo.GET("/api/catalog-categories", { params: { query: { filter: filter.contains("title", "shirt") } } });
});

test("has takes a field alone", () => {
  const has: FilterSpec<TermsOf<{ media: { has: null } }>> = filter.has("media");
  // @ts-expect-error a field that has no such operator
  const hasNot: FilterSpec<TermsOf<{ title: { contains: string } }>> = filter.has("title");
  void [has, hasNot];
});

test("values of an enum are checked", () => {
  const jobs = "/api/catalog-item-bulk-create-jobs";
  klaviyo.GET(jobs, { params: { query: { filter: filter.equals("status", "complete") } } });
  // @ts-expect-error no such status
  klaviyo.GET(jobs, { params: { query: { filter: filter.equals("status", "completed") } } });
});

test("a plain string still works, and both revisions have filters", () => {
  const text: string = "whatever the caller knows";
  klaviyo.GET(path, { params: { query: { filter: text } } });
  klaviyo.GET(path, { params: { query: { filter: 'contains(title,"shirt")' } } });
  const pinned = createDecember({ apiKey: "pk_1" });
  pinned.GET("/api/catalog-items/", { params: { query: { filter: filter.contains("title", "shirt") } } });
  // @ts-expect-error a field that cannot be filtered
  pinned.GET("/api/catalog-items/", { params: { query: { filter: filter.contains("titel", "shirt") } } });
});
