import { expect, test } from "vitest";
import { ApiError, isApiError } from "./api-error.ts";

function errorOf(body: unknown, init?: ResponseInit): ApiError {
  const response = new Response(null, { status: 404, statusText: "Not Found", ...init });
  return new ApiError(response, {
    method: "GET",
    path: "/api/catalog-items/x",
    operation: "GET /api/catalog-items/{id}",
    body,
  });
}

test("the message says status, call and reason", () => {
  const error = errorOf({ errors: [{ code: "not_found", detail: "No such item." }, {}] });
  expect(error.message).toBe("404 Not Found: GET /api/catalog-items/x — not_found: No such item. (and 1 more)");
});

test("without a status text, as over HTTP/2, the title of the first error takes its place", () => {
  const error = errorOf({ errors: [{ code: "not_found", title: "Not found." }] }, { statusText: "" });
  expect(error.message).toBe("404 Not found.: GET /api/catalog-items/x — not_found: Not found.");
});

test("the facts of the answer are on the error", () => {
  const errors = [{ id: "5e1", code: "throttled", source: { pointer: "/data" } }];
  const error = errorOf({ errors }, { status: 429, headers: { "retry-after": "3" } });
  expect(error).toMatchObject({ name: "ApiError", status: 429, errors, requestId: "5e1", retryAfter: 3 });
  expect(error.operation).toBe("GET /api/catalog-items/{id}");
  expect(error.response.headers.get("retry-after")).toBe("3");
});

test("Retry-After: 0 is a value", () => {
  expect(errorOf("", { headers: { "retry-after": "0" } }).retryAfter).toBe(0);
  expect(errorOf("").retryAfter).toBeUndefined();
});

test("JSON keeps what a log needs", () => {
  expect(JSON.parse(JSON.stringify(errorOf({ errors: [{ code: "not_found" }] })))).toEqual({
    name: "ApiError",
    message: expect.stringContaining("not_found"),
    status: 404,
    errors: [{ code: "not_found" }],
    operation: "GET /api/catalog-items/{id}",
  });
});

test.each([
  [299, "no body"],
  [
    300,
    "redirected to https://b.example/x: only a GET is followed, at most 20 times, and only within the origin of baseUrl",
  ],
  [
    399,
    "redirected to https://b.example/x: only a GET is followed, at most 20 times, and only within the origin of baseUrl",
  ],
  [400, "no body"],
])("a location beside the status %i: %s", (status, reason) => {
  for (const end of ["", "?private=1", "#private"]) {
    const error = errorOf("", { status, headers: { location: `https://b.example/x${end}` } });
    expect(error.message).toBe(`${status} Not Found: GET /api/catalog-items/x — ${reason}`);
  }
});

test.each([
  ["https://me:pw@b.example/x", "https://b.example/x"],
  ["//me:pw@b.example/x", "//b.example/x"],
  ["\\\\me:pw@b.example/x", "\\\\b.example/x"],
  ["http:me:pw@b.example/x", "http:b.example/x"],
  ["/users/me@b.example", "/users/me@b.example"],
  ["?page=2", "its own path"],
  ["", "its own path"],
])("a location %j is named as %j", (location, named) => {
  expect(errorOf("", { status: 307, headers: { location } }).message).toContain(`redirected to ${named}: only`);
});

test("a redirect that a browser hides has no target to name", () => {
  const response = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  const error = new ApiError(response, { method: "GET", path: "/api/accounts" });
  expect(error.message).toContain("redirected to somewhere that the browser does not tell: only a GET is followed");
});

test("of a body that is no list of errors the beginning is in the message", () => {
  expect(errorOf("x".repeat(100)).message).toMatch(/ — no list of errors: "x{79}$/);
});

test("isApiError knows errors of another copy of the package, and no others", () => {
  const other = Object.assign(new Error("x"), { name: "ApiError", errors: [] });
  expect([errorOf(""), other].map(isApiError)).toEqual([true, true]);
  const bare = Object.assign(new Error("x"), { name: "ApiError" });
  const others = [new Error("x"), bare, new AggregateError([]), { name: "ApiError", errors: [] }, null, {}];
  expect(others.filter(isApiError)).toEqual([]);
});
