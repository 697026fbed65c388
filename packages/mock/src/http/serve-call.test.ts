import { expect, test } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import { createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, jobInput } from "../testing/inputs.ts";

test("the same request gets the same answer, until something changes", async () => {
  const call = createCaller(createMock());
  const names = async () => {
    const { body } = await call("GET", "/api/catalog-categories");
    return body.data.map((category: { attributes: { name: string } }) => category.attributes.name);
  };
  await call("POST", "/api/catalog-categories", { data: categoryInput("A") });
  expect([await names(), await names()]).toEqual([["Category A"], ["Category A"]]);
  const renamed = { type: "catalog-category", id: idOf("A"), attributes: { name: "Renamed" } };
  await call("PATCH", `/api/catalog-categories/${idOf("A")}`, { data: renamed });
  expect(await names()).toEqual(["Renamed"]);
  await call("DELETE", `/api/catalog-categories/${idOf("A")}`);
  expect(await names()).toEqual([]);
});

test("an answer is that of its revision, account and host", async () => {
  const mock = createMock({ keys: { pk_one: {}, pk_other: {} } });
  const one = createCaller(mock, { key: "pk_one" });
  await one("POST", "/api/catalog-categories", { data: categoryInput("A") });
  const lists = [one, createCaller(mock, { key: "pk_other" })].map((call) => call("GET", "/api/catalog-categories/"));
  expect((await Promise.all(lists)).map(({ body }) => body.data.length)).toEqual([1, 0]);
  const old = await createCaller(mock, { key: "pk_one", revision: "2023-12-15" })("GET", "/api/catalog-categories");
  expect(old.headers.get("content-type")).toBe("application/json");
  const elsewhere = await one("GET", "http://127.0.0.1:4010/api/catalog-categories/");
  expect(elsewhere.body.links.self).toBe("http://127.0.0.1:4010/api/catalog-categories/");
});

test("a job that moves on by itself is answered as it stands", async () => {
  const clock = virtualClock();
  const call = createCaller(createMock({ clock, pace: { queued: 1_000, processing: 3_000 } }));
  const path = "/api/catalog-category-bulk-create-jobs";
  const { body } = await call("POST", path, jobInput("category", "categories", "create", [categoryInput("A")]));
  const status = async () => (await call("GET", `${path}/${body.data.id}`)).body.data.attributes.status;
  expect(await status()).toBe("queued");
  clock.advance(1_000);
  expect(await status()).toBe("processing");
  clock.advance(3_000);
  expect(await status()).toBe("complete");
  expect((await call("GET", "/api/catalog-categories")).body.data).toHaveLength(1);
});
