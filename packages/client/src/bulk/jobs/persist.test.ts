import { expect, test } from "vitest";
import { ApiError } from "../../answers/api-error.ts";
import { virtualClock } from "../../testing/virtual-clock.ts";
import { isRefusal, persist } from "./persist.ts";

function answer(status: number, body: unknown): ApiError {
  return new ApiError(new Response("", { status }), { body, method: "GET", path: "/api/catalog-items" });
}

const said = { errors: [{ code: "invalid", detail: "No." }] };

test.each([
  [400, said, true],
  [404, said, true],
  [499, said, true],
  [429, said, false],
  [500, said, false],
  [503, said, false],
  [302, said, false],
  [400, "<html>", false],
  [404, "<html>", false],
  [413, "<html>", true],
  [414, "<html>", true],
  [431, "<html>", true],
])("whether the API refuses, when it answers %i with %j: %j", (status, body, isRefused) => {
  expect(isRefusal(answer(status, body))).toBe(isRefused);
});

test("an error of another kind is no refusal", () => {
  for (const error of [new Error("No."), "No.", undefined]) expect(isRefusal(error)).toBe(false);
});

/** Reads with that many failures first, and tells when it read. */
function reading(failures: number, error: Error = answer(503, "")) {
  const clock = virtualClock();
  const times: number[] = [];
  const controller = new AbortController();
  const read = async () => {
    times.push(clock.now());
    if (times.length <= failures) throw error;
    return "read";
  };
  return { clock, times, controller, run: () => clock.run(persist(read, clock, controller.signal)) };
}

test("what fails is read again after longer and longer pauses, of half a minute at most", async () => {
  const { times, run } = reading(9);
  expect(await run()).toBe("read");
  const pauses = times.slice(1).map((time, index) => time - (times[index] as number));
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test("a tenth failure in a row is thrown", async () => {
  const { times, run } = reading(10);
  await expect(run()).rejects.toMatchObject({ status: 503 });
  expect(times).toHaveLength(10);
});

test("a refusal is thrown at once", async () => {
  const { times, run } = reading(1, answer(404, said));
  await expect(run()).rejects.toMatchObject({ status: 404 });
  expect(times).toHaveLength(1);
});

test("after an abort nothing is read again", async () => {
  const { clock, times, controller, run } = reading(9);
  clock.after(700, () => controller.abort(new Error("Ctrl-C")));
  await expect(run()).rejects.toThrow("Ctrl-C");
  expect(times).toEqual([0, 500]);
  const late = reading(1);
  late.controller.abort();
  await expect(late.run()).rejects.toMatchObject({ status: 503 });
});
