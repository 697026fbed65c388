import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { CallEnd, Permit } from "./rate-limit-store.ts";
import { type Patience, type RequestQueueOptions, requestQueue } from "./request-queue.ts";

type Answer = Permit | number | Promise<Permit | number>;

interface Question {
  answer(answer: unknown): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** A queue in front of a store that answers as the test says; what it says last, it says for ever. */
function queueOf(answers: unknown[], options: Partial<RequestQueueOptions & Patience> = {}) {
  const clock = virtualClock();
  const ends: (CallEnd | undefined)[] = [];
  const permit: Permit = { release: (end) => void ends.push(end) };
  let asked = 0;
  const waits: number[] = [];
  const granted: string[] = [];
  const queue = requestQueue({
    operation: "GET /x",
    take() {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return (answer === "permit" ? permit : answer) as Answer;
    },
    clock,
    ...options,
  });
  const patience = { maxWait: options.maxWait, maxDelay: options.maxDelay ?? 120_000 };
  return {
    clock,
    permit,
    ends,
    waits,
    granted,
    asked: () => asked,
    enterAtOnce: (signal?: AbortSignal, own = patience) => queue.enter(signal, own, (wait) => waits.push(wait)),
    /** Resolves to when the call got its permit. */
    async enter(signal?: AbortSignal | null, name = "", own: Patience = patience): Promise<number> {
      const got = await queue.enter(signal, own, (wait) => waits.push(wait));
      expect(got).toBe(permit);
      granted.push(name);
      return clock.now();
    },
  };
}

/** A queue in front of a store of another process: the test answers its questions one by one. */
function farQueue(options: Partial<RequestQueueOptions & Patience> = {}) {
  const questions: Question[] = [];
  const settled = async (): Promise<void> => {
    await new Promise(setImmediate);
  };
  const far = queueOf([], {
    take: () =>
      new Promise((resolve, reject) => {
        questions.push({
          answer(answer) {
            resolve((answer === "permit" ? far.permit : answer) as Permit);
            return settled();
          },
          fail(error) {
            reject(error);
            return settled();
          },
        });
      }),
    ...options,
  });
  return Object.assign(far, { questions, question: (index: number) => questions[index] as Question });
}

test("a call that need not wait gets its permit without a promise", () => {
  const { enterAtOnce, permit, waits, clock } = queueOf(["permit"]);
  expect(enterAtOnce()).toBe(permit);
  expect(waits).toEqual([]);
  expect(clock.pending()).toBe(0);
});

test("calls get their permits in the order in which they came, and each is told of the wait once", async () => {
  const { enter, clock, granted, waits, asked } = queueOf([100, "permit", 50, 30, "permit"]);
  const calls = ["a", "b", "c"].map((name) => enter(null, name));
  expect(asked()).toBe(1);
  expect(await clock.run(Promise.all(calls))).toEqual([100, 180, 180]);
  expect(granted).toEqual(["a", "b", "c"]);
  expect(waits).toEqual([100, 100, 100]);
  expect(clock.pending()).toBe(0);
});

test("a call that comes during a wait is told what is left of it, and asks nobody", async () => {
  const { enter, clock, waits, asked } = queueOf([100, "permit"]);
  const first = enter();
  await clock.run(new Promise<void>((resolve) => clock.after(40, resolve)));
  const second = enter();
  expect(waits).toEqual([100, 60]);
  expect(asked()).toBe(1);
  expect(await clock.run(Promise.all([first, second]))).toEqual([100, 100]);
});

test("waits of a part of a millisecond take a whole one, so that nobody asks in vain", async () => {
  const { enter, clock } = queueOf([0.25, "permit"]);
  expect(await clock.run(enter())).toBe(1);
});

test("an abort ends the wait with the signal's reason and leaves nothing behind; the others go on", async () => {
  const { enter, clock, granted } = queueOf([100, "permit"]);
  const controller = new AbortController();
  const calls = [enter(controller.signal, "a"), enter(null, "b"), enter(controller.signal, "c"), enter(null, "d")];
  const settled = Promise.allSettled(calls);
  controller.abort("no longer needed");
  await expect(calls[0]).rejects.toBe("no longer needed");
  await expect(calls[2]).rejects.toBe("no longer needed");
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  await clock.run(settled);
  expect(granted).toEqual(["b", "d"]);
});

test("when all have left, no timer stays, and the next call asks again", async () => {
  const { enter, enterAtOnce, permit, clock, asked } = queueOf([100, "permit"]);
  const controller = new AbortController();
  const call = enter(controller.signal);
  expect(clock.pending()).toBe(1);
  controller.abort();
  await expect(call).rejects.toThrow("aborted");
  expect(clock.pending()).toBe(0);
  expect(enterAtOnce()).toBe(permit);
  expect(asked()).toBe(2);
});

test("with a signal that has aborted nobody is asked", () => {
  const { enterAtOnce, asked } = queueOf(["permit"]);
  expect(() => enterAtOnce(AbortSignal.abort(new Error("too late")))).toThrow("too late");
  expect(asked()).toBe(0);
});

test("a call that got its permit no longer listens to its signal", async () => {
  const { signal } = new AbortController();
  const { enter, clock } = queueOf([10, "permit"]);
  const call = enter(signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  await clock.run(call);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("40,000 calls that share a signal wait behind one listener, and leave at once", async () => {
  const warned = vi.fn();
  process.on("warning", warned);
  const { enter, clock } = queueOf([100]);
  const controller = new AbortController();
  const calls = Array.from({ length: 40_000 }, () => enter(controller.signal));
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  const settled = Promise.allSettled(calls);
  controller.abort();
  expect((await settled).every(({ status }) => status === "rejected")).toBe(true);
  expect(clock.pending()).toBe(0);
  await new Promise(setImmediate);
  process.off("warning", warned);
  expect(warned).not.toHaveBeenCalled();
});

test("a single wait above maxDelay is an error at once, for all that wait", async () => {
  const { enter, clock, waits, asked } = queueOf([100, 120_001, "permit"]);
  const calls = Promise.allSettled([enter(), enter(), enter()]);
  const results = await clock.run(calls);
  for (const result of results) {
    expect(result).toMatchObject({ reason: { name: "RateLimitError", operation: "GET /x", retryAfter: 120.001 } });
    expect(String((result as PromiseRejectedResult).reason)).toContain("may wait 120 s");
  }
  expect(clock.now()).toBe(100);
  expect(asked()).toBe(2);
  expect(waits).toEqual([100, 100, 100]);
  expect(clock.pending()).toBe(0);
  expect(await enter()).toBe(100);
});

test("a call with less patience than others is refused among them, and they wait on", async () => {
  const { enter, waits, clock } = queueOf([2000, "permit"]);
  const before = enter(null, "before");
  const waiting = expect(enter(null, "", { maxDelay: 1999 })).rejects.toThrow("it may wait 1.999 s");
  const during = enter(null, "during", { maxDelay: 2000 });
  const inAll = expect(enter(null, "", { maxDelay: 5000, maxWait: 1999 })).rejects.toMatchObject({ retryAfter: 2 });
  await Promise.all([waiting, inAll]);
  expect(clock.now()).toBe(0);
  expect(await clock.run(Promise.all([before, during]))).toEqual([2000, 2000]);
  expect(waits).toEqual([2000, 2000]);
});

test("a wait that the store asks for ends those in the middle of the queue that may not wait so long", async () => {
  const { enter, clock } = queueOf([100, 2000, "permit"]);
  const first = enter(null, "first");
  const second = expect(enter(null, "", { maxDelay: 1999 })).rejects.toMatchObject({ retryAfter: 2 });
  const third = enter(null, "third");
  await clock.run(Promise.all([first, second, third]));
  expect(clock.now()).toBe(2100);
});

test("waits of up to maxDelay follow each other as long as it takes", async () => {
  const { enter, clock } = queueOf([120_000, 120_000, 120_000, "permit"]);
  expect(await clock.run(enter())).toBe(360_000);
});

test("with maxWait a call fails at once when the store's answer is too long for it, and later calls may not", async () => {
  const { enter, clock } = queueOf([700, 400, "permit"], { maxWait: 1000 });
  const first = enter();
  const settled = Promise.allSettled([first]);
  await clock.run(new Promise<void>((resolve) => clock.after(500, resolve)));
  const second = enter();
  // At 700 the first could wait for 300 more.
  expect(await clock.run(second)).toBe(1100);
  const [result] = await settled;
  expect(result).toMatchObject({ reason: { name: "RateLimitError", retryAfter: 0.4 } });
  expect(String((result as PromiseRejectedResult).reason)).toContain("may wait 1 s");
  expect(clock.pending()).toBe(0);
});

test("a wait of exactly maxWait is waited", async () => {
  const { enter, clock } = queueOf([1000, "permit"], { maxWait: 1000 });
  expect(await clock.run(enter())).toBe(1000);
});

test("with maxWait a call fails when its time is up behind others", async () => {
  const { enter, clock } = queueOf([600, "permit", 900, "permit"], { maxWait: 1000 });
  const first = enter();
  await clock.run(new Promise<void>((resolve) => clock.after(100, resolve)));
  const [second, third] = [enter(), enter()];
  const failures = Promise.allSettled([second, third]);
  expect(await clock.run(first)).toBe(600);
  // At 600 the store asks for 900 more, but both may wait until 1,100.
  const [result] = await clock.run(failures);
  expect(result).toMatchObject({ status: "rejected", reason: { retryAfter: 0.9 } });
  expect(clock.now()).toBe(600);
});

test("maxWait of 0 sends a call at once or not at all", async () => {
  const { enter, enterAtOnce, permit, clock } = queueOf(["permit", 1], { maxWait: 0 });
  expect(enterAtOnce()).toBe(permit);
  await expect(enter()).rejects.toMatchObject({ name: "RateLimitError", retryAfter: 0.001 });
  expect(clock.pending()).toBe(0);
});

test("maxWait of Infinity waits for an hour, and sets no timer of its own", async () => {
  const { enter, clock } = queueOf([3_600_000, "permit"], { maxWait: Number.POSITIVE_INFINITY });
  const call = enter();
  expect(clock.pending()).toBe(1);
  expect(await clock.run(call)).toBe(3_600_000);
});

test.each([
  [Number.NaN, "NaN"],
  [0, "0"],
  [-5, "-5"],
  [undefined, "undefined"],
  [null, "object"],
  ["100", "string"],
  [{ release: true }, "object"],
])("a store that answers %o makes that call fail, and no other", async (answer, said) => {
  const { enter, clock } = queueOf([100, answer, "permit"]);
  const [first, second] = [enter(), enter()];
  const refused = expect(first).rejects.toThrow(
    new TypeError(`The rate limit store must answer with a permit or with milliseconds above 0, not ${said}.`),
  );
  expect(await clock.run(second)).toBe(100);
  await refused;
  const alone = queueOf([answer, answer, "permit"]);
  await expect(alone.enter()).rejects.toThrow(TypeError);
  expect(alone.clock.pending()).toBe(0);
});

test("a store that throws makes that call fail, and no other", async () => {
  const { enter, enterAtOnce, clock } = queueOf([new Error("at once"), 100, new Error("later"), "permit"]);
  expect(() => enterAtOnce()).toThrow("at once");
  const [first, second] = [enter(), enter()];
  const refused = expect(first).rejects.toThrow("later");
  expect(await clock.run(second)).toBe(100);
  await refused;
});

test("a wait of Infinity is longer than any that is allowed", async () => {
  await expect(queueOf([Number.POSITIVE_INFINITY]).enter()).rejects.toMatchObject({ name: "RateLimitError" });
});

test("calls do not wait for each other's answers, and the first one gets the first permit that comes", async () => {
  const { enter, questions, question, granted, waits, clock } = farQueue();
  const calls = Promise.all(["a", "b", "c"].map((name) => enter(null, name)));
  expect(questions).toHaveLength(3);
  await question(2).answer("permit");
  expect(granted).toEqual(["a"]);
  await question(0).answer("permit");
  await question(1).answer("permit");
  await calls;
  expect(granted).toEqual(["a", "b", "c"]);
  expect(questions).toHaveLength(3);
  expect(waits).toEqual([]);
  expect(clock.pending()).toBe(0);
});

test("at most a hundred questions are under way at once", async () => {
  const { enter, questions, question } = farQueue();
  const calls = Promise.all(Array.from({ length: 300 }, () => enter()));
  expect(questions).toHaveLength(100);
  await question(0).answer("permit");
  await question(1).answer("permit");
  expect(questions).toHaveLength(102);
  for (let index = 2; index < 300; index++) await question(index).answer("permit");
  await calls;
  expect(questions).toHaveLength(300);
});

test("after a wait there are as many questions as got permits before, and one more with each permit", async () => {
  const { enter, questions, question, clock, granted } = farQueue();
  const calls = Array.from({ length: 20 }, () => enter());
  expect(questions).toHaveLength(20);
  for (const index of [0, 1, 2]) await question(index).answer("permit");
  for (let index = 3; index < 20; index++) await question(index).answer(100);
  const pause = (): Promise<void> => clock.run(new Promise<void>((resolve) => clock.after(100, resolve)));
  await pause();
  expect(questions).toHaveLength(23);
  await question(20).answer("permit");
  expect(questions).toHaveLength(25);
  for (const index of [21, 22, 23, 24]) await question(index).answer(100);
  await pause();
  expect(questions).toHaveLength(26);
  await question(25).answer(100);
  await pause();
  // Nobody got a permit: one asks.
  expect(questions).toHaveLength(27);
  for (let index = 26; index < questions.length; index++) await question(index).answer("permit");
  await Promise.all(calls);
  expect(granted).toHaveLength(20);
});

test("once the queue was empty, all ask at once again", async () => {
  const { enter, questions, question, clock } = farQueue();
  const first = enter();
  await question(0).answer(100);
  await clock.run(new Promise<void>((resolve) => clock.after(100, resolve)));
  await question(1).answer("permit");
  await first;
  const calls = Promise.all(Array.from({ length: 20 }, () => enter()));
  expect(questions).toHaveLength(22);
  for (let index = 2; index < 22; index++) await question(index).answer("permit");
  await calls;
});

test("of several answers the longest wait counts, and who asked meanwhile is told", async () => {
  const { enter, question, clock, waits } = farQueue();
  const calls = Promise.all([enter(), enter(), enter()]);
  await question(0).answer(50);
  await question(1).answer(200);
  await question(2).answer(20);
  expect(waits).toEqual([50, 50, 50]);
  expect(clock.pending()).toBe(1);
  await clock.run(new Promise<void>((resolve) => clock.after(199, resolve)));
  expect(() => question(3)).not.toThrow();
  expect(question(3)).toBeUndefined();
  await clock.run(new Promise<void>((resolve) => clock.after(1, resolve)));
  await question(3).answer("permit");
  await question(4).answer("permit");
  await question(5).answer("permit");
  await calls;
});

test("a permit for a call that aborted while the store answered goes to the next call, or back", async () => {
  const { enter, questions, question, granted, ends } = farQueue();
  const controller = new AbortController();
  const aborted = enter(controller.signal, "a");
  const next = enter(null, "b");
  controller.abort("changed my mind");
  await expect(aborted).rejects.toBe("changed my mind");
  await question(0).answer("permit");
  await next;
  expect(granted).toEqual(["b"]);
  await question(1).answer("permit");
  expect(ends).toEqual([{ sent: false }]);
  expect(questions).toHaveLength(2);
});

test("a store that does not answer one call is asked for the next one, and waits of it are over", async () => {
  const { enter, questions, question, clock } = farQueue();
  const controller = new AbortController();
  const hung = enter(controller.signal);
  controller.abort();
  await expect(hung).rejects.toThrow("aborted");
  expect(clock.pending()).toBe(0);
  const calls = Promise.all([enter(), enter()]);
  expect(questions).toHaveLength(3);
  await question(1).answer("permit");
  await question(2).answer("permit");
  await calls;
  // Late answers of any kind disturb nobody.
  await question(0).answer(5000);
  const later = enter();
  await question(3).answer("permit");
  await later;
  expect(clock.now()).toBe(0);
});

test("a question whose call has left fails no other call", async () => {
  const { enter, question, granted } = farQueue();
  const controller = new AbortController();
  const aborted = enter(controller.signal, "a");
  const next = enter(null, "b");
  controller.abort();
  await expect(aborted).rejects.toThrow("aborted");
  await question(0).fail(new Error("no connection"));
  await question(1).answer("permit");
  await next;
  expect(granted).toEqual(["b"]);
});

test("a store that rejects makes that call fail, and no other", async () => {
  const { enter, question, questions, granted, clock } = farQueue();
  const calls = ["a", "b", "c"].map((name) => enter(null, name));
  const refused = expect(calls[0]).rejects.toThrow("no connection");
  await question(0).fail(new Error("no connection"));
  await refused;
  await question(1).answer("permit");
  await question(2).answer("permit");
  await Promise.all(calls.slice(1));
  expect(granted).toEqual(["b", "c"]);
  expect(questions).toHaveLength(3);
  expect(clock.pending()).toBe(0);
});

test("a store that rejects everything is asked once for each call", async () => {
  const { enter, questions, question } = farQueue();
  const calls = Promise.allSettled(Array.from({ length: 150 }, () => enter()));
  for (let index = 0; index < 150; index++) await question(index).fail(new Error("no connection"));
  expect((await calls).every(({ status }) => status === "rejected")).toBe(true);
  expect(questions).toHaveLength(150);
});

test("a store that never answers makes calls fail after maxAnswer, one after the other", async () => {
  const { enter, questions, clock } = farQueue({ maxAnswer: 5000 });
  const first = expect(enter()).rejects.toThrow("The rate limit store has not answered within 5000 ms.");
  await clock.run(first);
  expect(clock.now()).toBe(5000);
  expect(clock.pending()).toBe(0);
  expect(questions).toHaveLength(1);
});

test("a store that never answers makes calls fail after maxWait, if that is given", async () => {
  const { enter, clock } = farQueue({ maxDelay: 5000, maxWait: 700 });
  const call = enter();
  expect(clock.pending()).toBe(1);
  await clock.run(expect(call).rejects.toMatchObject({ name: "RateLimitError", retryAfter: undefined }));
  expect(clock.now()).toBe(701);
  expect(clock.pending()).toBe(0);
});

test("with maxAnswer of Infinity, no timer waits for an answer", async () => {
  const { enter, question, clock } = farQueue({ maxAnswer: Number.POSITIVE_INFINITY });
  const call = enter();
  expect(clock.pending()).toBe(0);
  await question(0).answer("permit");
  await call;
});

test("when its time is up during a wait, a call is told what is left of that", async () => {
  const { enter, question, clock } = farQueue({ maxWait: 1000 });
  const first = enter();
  await clock.run(new Promise<void>((resolve) => clock.after(900, resolve)));
  const second = enter();
  const failed = expect(first).rejects.toMatchObject({ retryAfter: 0.8 });
  await question(0).answer(800);
  await failed;
  expect(
    await clock.run(Promise.race([second, new Promise<string>((resolve) => clock.after(50, () => resolve("waits")))])),
  ).toBe("waits");
  await clock.run(new Promise<void>((resolve) => clock.after(750, resolve)));
  // The second one's own question is still under way.
  await question(1).answer("permit");
  await second;
});
