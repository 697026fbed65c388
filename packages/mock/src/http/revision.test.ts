import { expect, test } from "vitest";
import { ApiProblem } from "../fragment/api-problem.ts";
import { revisionOf } from "./revision.ts";

const served = ["2023-12-15", "2026-07-15"];

function refused(header: string | undefined): number {
  try {
    revisionOf(header, served);
  } catch (error) {
    return (error as ApiProblem).status;
  }
  return 0;
}

test("a served revision is taken as it is", () => {
  expect(revisionOf("2023-12-15", served)).toBe("2023-12-15");
});

test("a missing or malformed revision is a bad request", () => {
  expect(refused(undefined)).toBe(400);
  expect(refused("")).toBe(400);
  expect(refused("latest")).toBe(400);
  expect(refused("2026-7-15")).toBe(400);
  expect(refused("2026-13-45")).toBe(400);
});

test("a future or unpublished revision does not exist", () => {
  expect(refused("2031-01-15")).toBe(404);
  expect(refused("2025-01-01")).toBe(404);
});

test("a beta is not the stable revision of its date", () => {
  expect(refused("2026-07-15.pre")).toBe(404);
  expect(() => revisionOf("2026-07-15.pre", served)).toThrow("lacks the beta 2026-07-15.pre");
});

test("a revision that the API has and this mock lacks is told as such", () => {
  expect(refused("2025-10-15")).toBe(501);
  expect(() => revisionOf("2024-10-15", served)).toThrow("This mock lacks revision 2024-10-15, which the API has");
});

test("a revision from before the oldest is retired", () => {
  expect(refused("2020-01-15")).toBe(410);
});

test("the refusal says which revisions are served", () => {
  expect(() => revisionOf("2031-01-15", served)).toThrow(ApiProblem);
  expect(() => revisionOf("2031-01-15", served)).toThrow("2023-12-15, 2026-07-15");
});
