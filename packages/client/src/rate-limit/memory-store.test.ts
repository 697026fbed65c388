import { expect, test, vi } from "vitest";
import { memoryStore } from "./memory-store.ts";
import { isPermit, type Permit, type RateLimits } from "./rate-limit-store.ts";

function storeAt(time: number) {
  const clock = { time, now: () => clock.time, after: () => () => {} };
  const store = memoryStore({ clock });
  const take = (limits: RateLimits, operation = "op") => store.take(operation, limits) as Permit | number;
  return {
    clock,
    take,
    permit(limits: RateLimits): Permit {
      const answer = take(limits);
      if (!isPermit(answer)) throw new Error(`no permit but ${answer}`);
      return answer;
    },
    fill(limits: RateLimits): number {
      let permits = 0;
      while (isPermit(take(limits))) permits++;
      return permits;
    },
  };
}

const limits = { burst: 3, steady: 5 };

test("gives permits within both windows, and says how long to wait then", () => {
  const { clock, fill, take } = storeAt(100_000);
  expect(fill(limits)).toBe(3);
  expect(take(limits)).toBe(1000);
  clock.time += 2000;
  expect(fill(limits)).toBe(2);
  expect(take(limits)).toBe(60_000);
});

test("an answer keeps its slot of the burst for a second", () => {
  const { clock, permit, take } = storeAt(0);
  const only = { burst: 1 };
  permit(only).release({ status: 200, headers: new Headers() });
  expect(take(only)).toBe(1000);
  clock.time = 400;
  expect(take(only)).toBe(600);
  clock.time = 1000;
  permit(only).release();
  expect(take(only)).toBe(1000);
});

test("operations have windows of their own", () => {
  const { take } = storeAt(0);
  const only = { burst: 1, steady: 1 };
  expect(isPermit(take(only, "one"))).toBe(true);
  expect(isPermit(take(only, "other"))).toBe(true);
  expect(isPermit(take(only, "one"))).toBe(false);
});

test("a call that was never sent takes nothing of either window", () => {
  const { fill, permit } = storeAt(0);
  permit(limits).release({ sent: false });
  permit(limits).release({ sent: true });
  expect(fill(limits)).toBe(2);
  const steady = storeAt(0);
  steady.permit({ steady: 2 }).release({ sent: false });
  steady.permit({ steady: 2 }).release({});
  expect(steady.fill({ steady: 2 })).toBe(1);
});

test("without limits there are only permits", () => {
  const { permit } = storeAt(0);
  for (let calls = 0; calls < 100; calls++) permit({});
});

test("two revisions share the windows, and the smaller limits count", () => {
  const { clock, fill } = storeAt(0);
  expect(fill({ burst: 2, steady: 10 })).toBe(2);
  expect(fill({ burst: 4, steady: 4 })).toBe(0);
  clock.time = 2000;
  expect(fill({ burst: 4, steady: 10 })).toBe(2);
  clock.time = 4000;
  expect(fill({ burst: 4, steady: 10 })).toBe(0);
});

test.each([
  ["7", 7000],
  ["3600", 3_600_000],
  ["2592000", 2_592_000_000],
  ["0", 1000],
  ["", 1000],
  ["Infinity", 1000],
  ["1, 2", 1000],
  ["soon", 1000],
])("after a 429 with Retry-After: %j nobody goes for %d ms", (value, wait) => {
  const { permit, take } = storeAt(0);
  permit({ burst: 1, steady: 5 }).release({ status: 429, headers: new Headers({ "retry-after": value }) });
  expect(take({ burst: 1, steady: 5 })).toBe(wait);
});

test("other answers with Retry-After hold nobody back", () => {
  const { fill, permit } = storeAt(0);
  permit(limits).release({ status: 503, headers: new Headers({ "retry-after": "7" }) });
  expect(fill(limits)).toBe(2);
});

test("the longest wait of several refusals counts, and they teach only once that the limit is smaller", () => {
  const { clock, fill, permit, take } = storeAt(0);
  const ten = { burst: 10, steady: 100 };
  const refused = (seconds: number) => ({ status: 429, headers: new Headers({ "retry-after": String(seconds) }) });
  const permits = Array.from({ length: 3 }, () => permit(ten));
  permits[0]?.release(refused(5));
  clock.time = 10;
  permits[1]?.release(refused(7));
  permits[2]?.release(refused(1));
  expect(take(ten)).toBe(7000);
  clock.time = 7010;
  expect(fill(ten)).toBe(7);
});

test("what is answered while nobody may go does not raise the limit again", () => {
  const { clock, fill, permit } = storeAt(0);
  const two = { burst: 30, steady: 1000 };
  const permits = Array.from({ length: 30 }, () => permit(two));
  permits[0]?.release({ status: 429 });
  for (const one of permits.slice(1)) one.release({ status: 200 });
  clock.time = 5000;
  expect(fill(two)).toBe(21);
});

test("an answer that comes when calls may go again teaches", () => {
  const { clock, fill, permit } = storeAt(0);
  const ten = { burst: 10, steady: 100 };
  const [first, second] = [permit(ten), permit(ten)];
  first.release({ status: 429, headers: new Headers({ "retry-after": "2" }) });
  clock.time = 2000;
  second.release({ status: 429, headers: new Headers({ "retry-after": "0" }) });
  clock.time = 5000;
  expect(fill(ten)).toBe(5);
});

test("what the API's headers say is heeded", () => {
  const { clock, permit, take } = storeAt(0);
  const headers = new Headers({ "ratelimit-limit": "5", "ratelimit-remaining": "0", "ratelimit-reset": "30" });
  permit(limits).release({ status: 200, headers });
  expect(take(limits)).toBe(30_000);
  clock.time = 30_000;
  expect(isPermit(take(limits))).toBe(true);
});

test("a clock that is set back by an hour makes nobody wait for an hour", () => {
  const { clock, fill, take } = storeAt(10_000_000);
  expect(fill(limits)).toBe(3);
  clock.time = 6_400_000;
  expect(take(limits)).toBe(1000);
  clock.time += 2000;
  expect(fill(limits)).toBe(2);
});

test("a clock that jumps ahead opens the windows", () => {
  const { clock, fill } = storeAt(0);
  const ten = { burst: 3, steady: 10 };
  expect(fill(ten)).toBe(3);
  clock.time = 1e12;
  expect(fill(ten)).toBe(3);
});

test("takes the system's time by default", () => {
  vi.useFakeTimers();
  try {
    const store = memoryStore();
    expect(isPermit(store.take("op", { burst: 1 }))).toBe(true);
    expect(store.take("op", { burst: 1 })).toBe(1000);
    vi.advanceTimersByTime(2000);
    expect(isPermit(store.take("op", { burst: 1 }))).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
