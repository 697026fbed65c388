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

test("isApiError knows errors of another copy of the package, and no others", () => {
  const other = Object.assign(new Error("x"), { name: "ApiError", errors: [] });
  expect([errorOf(""), other, new Error("x"), null, {}].map(isApiError)).toEqual([true, true, false, false, false]);
});
