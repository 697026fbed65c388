import { expect, test } from "vitest";
import { type SteadyWindow, steadyWindow } from "./steady-window.ts";

function windowOf(calls: number): SteadyWindow {
  const window = steadyWindow();
  window.limitTo(calls);
  return window;
}

/** Sends calls as long as they fit, and says how many that were. */
function fill(window: SteadyWindow, now: number): number {
  let calls = 0;
  while (window.freeAt(now) === 0) {
    window.use(now);
    calls++;
  }
  return calls;
}

interface Said {
  limit?: number | string;
  remaining?: number | string;
  reset?: number | string;
}

/** The end of a call whose answer says this. */
function answered(said: Said, status = 200): { status: number; headers: Headers } {
  const headers = Object.entries(said).map(([name, value]): [string, string] => [`ratelimit-${name}`, String(value)]);
  return { status, headers: new Headers(headers) };
}

/** A window of 10 calls whose end an answer has told at 0: it is at 30,000, and 9 calls are left. */
function known(): SteadyWindow {
  const window = windowOf(10);
  window.freeAt(0);
  window.use(0);
  window.end(0, 0, answered({ limit: 10, remaining: 9, reset: 30 }));
  return window;
}

test("holds as many calls as its limit; without headers, a minute after the last one is another window", () => {
  const window = windowOf(3);
  window.freeAt(1000);
  window.use(1000);
  window.end(1000, 1000, {});
  expect(fill(window, 5000)).toBe(2);
  expect(window.freeAt(5000)).toBe(65_000);
  expect(window.freeAt(64_999)).toBe(65_000);
  window.end(5000, 5100, {});
  window.end(5000, 5100, {});
  expect(fill(window, 65_000)).toBe(3);
});

test("RateLimit-Reset tells the end of the window, and the next ones follow every minute", () => {
  const window = known();
  expect(fill(window, 100)).toBe(9);
  expect(window.freeAt(100)).toBe(30_000);
  for (let calls = 0; calls < 9; calls++) window.end(100, 200, {});
  expect(fill(window, 30_000)).toBe(10);
  expect(window.freeAt(30_000)).toBe(90_000);
  for (let calls = 0; calls < 10; calls++) window.end(30_000, 30_100, {});
  // two windows later
  expect(fill(window, 210_000)).toBe(10);
  expect(window.freeAt(210_000)).toBe(270_000);
});

test("calls that are under way when the window ends count in the next one", () => {
  const window = known();
  for (let calls = 0; calls < 4; calls++) window.use(29_990);
  expect(fill(window, 30_000)).toBe(6);
});

test("RateLimit-Remaining tells what others have used, and never gives back what was used here", () => {
  const window = known();
  window.use(100);
  window.end(100, 200, answered({ limit: 10, remaining: 3, reset: 30 }));
  window.use(300);
  window.end(300, 400, answered({ limit: 10, remaining: 8, reset: 30 }));
  expect(fill(window, 500)).toBe(2);
});

test("a call that was never sent, and one that was refused, are not counted", () => {
  const window = known();
  window.use(100);
  window.giveBack();
  window.use(100);
  window.end(100, 30_000, { status: 429 });
  expect(fill(window, 200)).toBe(9);
  // Neither is under way any more.
  for (let calls = 0; calls < 9; calls++) window.end(200, 300, {});
  expect(fill(window, 40_000)).toBe(10);
});

test("the latest end that agrees with all answers is kept, as seconds are rounded up", () => {
  const window = known();
  window.use(1500);
  window.end(1500, 1500, answered({ limit: 10, remaining: 8, reset: 29 }));
  window.use(2300);
  // 27.2 seconds are told as 28: the end is at 29,500 to 30,300
  window.end(2300, 2300, answered({ limit: 10, remaining: 7, reset: 28 }));
  fill(window, 2400);
  expect(window.freeAt(2400)).toBe(30_000);
  window.end(2400, 2400, answered({ limit: 10, remaining: 0, reset: 27 }));
  expect(window.freeAt(2500)).toBe(29_400);
});

test("an answer that tells of the next window begins it", () => {
  const window = known();
  fill(window, 29_800);
  expect(window.freeAt(29_900)).toBe(30_000);
  for (let calls = 0; calls < 8; calls++) window.end(29_800, 29_900, {});
  window.end(29_800, 29_950, answered({ limit: 10, remaining: 4, reset: 60 }));
  expect(fill(window, 29_960)).toBe(4);
  expect(window.freeAt(29_970)).toBe(89_950);
});

test("an answer that tells of a window that is over tells nothing of this one's use", () => {
  const window = known();
  window.use(29_000);
  expect(window.freeAt(30_100)).toBe(0);
  window.end(29_000, 30_200, answered({ limit: 10, remaining: 0, reset: 1 }));
  expect(fill(window, 30_300)).toBe(9);
  expect(window.freeAt(30_300)).toBe(90_000);
});

test("an answer that came slowly may tell an end that seems late", () => {
  const window = known();
  window.use(1000);
  // Sent back at once, on its way for 2 seconds: the end is not later than 30,000.
  window.end(1000, 3000, answered({ limit: 10, remaining: 8, reset: 29 }));
  fill(window, 3100);
  expect(window.freeAt(3100)).toBe(30_000);
});

test("an end that is later than rounding explains is believed: the clock stood still, as that of a laptop asleep", () => {
  const window = known();
  window.use(1000);
  window.end(1000, 1100, answered({ limit: 10, remaining: 8, reset: 50 }));
  window.use(20_000);
  window.end(20_000, 20_100, answered({ limit: 10, remaining: 7, reset: 33 }));
  fill(window, 20_200);
  // 53,100 is two seconds later.
  expect(window.freeAt(20_200)).toBe(53_100);
});

test("a difference of exactly a second is rounding", () => {
  const window = known();
  window.use(1000);
  window.end(1000, 1000, answered({ limit: 10, remaining: 8, reset: 30 }));
  fill(window, 1200);
  expect(window.freeAt(1200)).toBe(30_000);
});

test.each([
  [1499, 91_000],
  [1500, 90_000],
])("a refusal %d ms after the end shows that seconds are rounded down, once", (after, end) => {
  const window = known();
  fill(window, 30_000);
  window.end(30_000, 30_000 + after, { status: 429 });
  window.end(30_000, 30_000 + after, { status: 429 });
  fill(window, 32_000);
  expect(window.freeAt(32_000)).toBe(end);
});

test("once seconds are known to be rounded down, every end that is told is a second later", () => {
  const window = known();
  fill(window, 30_000);
  window.end(30_000, 30_500, { status: 429 });
  fill(window, 31_000);
  for (let calls = 0; calls < 10; calls++) window.end(31_000, 31_000, {});
  expect(window.freeAt(91_000)).toBe(0);
  window.use(91_000);
  window.end(91_000, 91_200, answered({ limit: 10, remaining: 9, reset: 59 }));
  fill(window, 91_300);
  expect(window.freeAt(91_300)).toBe(151_000);
});

test("a refusal right after a beginning that nobody has told shows nothing", () => {
  const window = windowOf(2);
  fill(window, 60_000);
  window.end(60_000, 60_100, { status: 429 });
  window.end(60_000, 60_200, answered({ limit: 2, remaining: 0, reset: 30 }));
  expect(window.freeAt(60_200)).toBe(90_200);
});

test("the server's limit counts instead of the document's", () => {
  const window = windowOf(10);
  window.freeAt(0);
  window.use(0);
  window.end(0, 0, answered({ limit: 20, remaining: 19, reset: 30 }));
  expect(fill(window, 100)).toBe(19);
});

test("where callers give different limits, the smallest counts, whatever the server says to some of them", () => {
  const window = windowOf(10);
  window.limitTo(8);
  window.limitTo(10);
  window.freeAt(0);
  window.use(0);
  window.end(0, 0, answered({ limit: 10, remaining: 9, reset: 30 }));
  window.use(0);
  window.end(0, 0, answered({ limit: 6, remaining: 4, reset: 30 }));
  window.use(0);
  window.end(0, 0, answered({ limit: 10, remaining: 7, reset: 30 }));
  expect(fill(window, 100)).toBe(5);
});

test("a limit that is given again and again changes nothing", () => {
  const window = windowOf(10);
  window.limitTo(10);
  window.freeAt(0);
  window.use(0);
  window.end(0, 0, answered({ limit: 20, remaining: 19, reset: 30 }));
  window.limitTo(10);
  expect(fill(window, 100)).toBe(19);
});

test("without a limit any number fits, until the server tells one", () => {
  const window = steadyWindow();
  for (let calls = 0; calls < 100; calls++) window.use(0);
  expect(window.freeAt(0)).toBe(0);
  window.end(0, 0, answered({ remaining: 5, reset: 30 }));
  expect(window.freeAt(10)).toBe(0);
  window.end(0, 0, answered({ limit: 200, remaining: 5, reset: 30 }));
  expect(fill(window, 10)).toBe(5);
});

test.each<Said>([
  { limit: 10, remaining: "", reset: 30 },
  { limit: 10, remaining: "none", reset: 30 },
  { limit: 10, remaining: "-1", reset: 30 },
  { limit: 10, remaining: "0, 0", reset: 30 },
  { limit: 10, remaining: 0 },
  { limit: 10, remaining: 0, reset: "" },
  // seconds since 1970
  { limit: 10, remaining: 0, reset: 1_784_376_000 },
  { limit: 10, remaining: 0, reset: 61 },
  { limit: 10, remaining: 0, reset: "Infinity" },
])("what cannot be read is treated as absent: %o", (said) => {
  const window = windowOf(10);
  window.freeAt(0);
  window.use(0);
  window.end(0, 0, answered(said));
  expect(fill(window, 1000)).toBe(9);
  expect(window.freeAt(1000)).toBe(61_000);
});

test.each(["-1", "0", "", "many", "10, 10"])("a RateLimit-Limit of %j leaves the limit as it is", (limit) => {
  const window = windowOf(10);
  window.freeAt(0);
  window.use(0);
  window.end(0, 0, answered({ limit, remaining: 8, reset: 60 }));
  expect(fill(window, 1000)).toBe(8);
  expect(window.freeAt(1000)).toBe(60_000);
});
