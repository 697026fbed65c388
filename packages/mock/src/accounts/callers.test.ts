import { expect, test } from "vitest";
import { createMock } from "../create-mock.ts";
import { createCaller } from "../testing/create-caller.ts";
import { categoryInput } from "../testing/inputs.ts";
import { identifyCaller } from "./callers.ts";

test("private keys and OAuth tokens are both accepted", () => {
  expect(identifyCaller("Klaviyo-API-Key pk_a").account).toBe("default");
  expect(identifyCaller("Bearer token").account).toBe("default");
});

test.each([null, "", "pk_a", "Basic pk_a", "Klaviyo-API-Key"])("%s is no way to authenticate", async (header) => {
  const { fetch } = createMock();
  const headers = new Headers({ revision: "2026-07-15" });
  if (header !== null) headers.set("authorization", header);
  const response = await fetch("/api/catalog-items", { headers });
  expect(response.status).toBe(401);
  expect((await response.json()).errors[0]).toMatchObject({ status: 401, code: "not_authenticated" });
});

test("with keys given, any other one is refused", async () => {
  const call = createCaller(createMock({ keys: { pk_a: {} } }), { key: "pk_b" });
  const { status, body } = await call("GET", "/api/catalog-items");
  expect([status, body.errors[0].code]).toEqual([401, "authentication_failed"]);
});

test("a key named like a method of objects is not a key", () => {
  expect(() => identifyCaller("Bearer constructor", { pk_a: {} })).toThrow("Incorrect");
});

test("accounts see only their own records, and keys of one account the same ones", async () => {
  const mock = createMock({ keys: { pk_a: {}, pk_b: { account: "b" }, pk_b2: { account: "b" } } });
  await createCaller(mock, { key: "pk_b" })("POST", "/api/catalog-categories", { data: categoryInput("X") });
  const count = async (key: string) =>
    (await createCaller(mock, { key })("GET", "/api/catalog-categories")).body.data.length;
  expect([await count("pk_a"), await count("pk_b"), await count("pk_b2")]).toEqual([0, 1, 1]);
  expect([mock.state.categories.size, mock.state.account("b").categories.size]).toEqual([0, 1]);
});

test("a key without the operation's scope is forbidden", async () => {
  const mock = createMock({ keys: { pk_a: { scopes: ["catalogs:read"] } } });
  const call = createCaller(mock, { key: "pk_a" });
  expect((await call("GET", "/api/catalog-categories")).status).toBe(200);
  const { status, body } = await call("POST", "/api/catalog-categories", { data: categoryInput("X") });
  expect([status, body.errors[0].code]).toEqual([403, "permission_denied"]);
  expect(body.errors[0].detail).toContain("catalogs:write");
  expect(mock.state.categories.size).toBe(0);
});
