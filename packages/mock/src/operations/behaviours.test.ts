import { expect, test } from "vitest";
import { handlerFor } from "./behaviours.ts";

test("an operation that the mock has no behaviour for is named", () => {
  const operation = {
    operationId: "get_profiles",
    method: "GET",
    path: "/api/profiles",
    parameters: [],
    responses: {},
    rateLimit: { burst: 1, steady: 1 },
    scopes: [],
  };
  expect(() => handlerFor(operation)).toThrow("no behaviour for get_profiles (GET /api/profiles)");
});
