import { expect, test } from "vitest";
import { readSource } from "./read-source.ts";

/** A source with two records that tells whether somebody has let go of it. */
function closable(kind: "stream" | "plain stream" | "generator" | "async generator") {
  const seen = { isClosed: false };
  const records = ["C1", "C2"];
  const close = (): void => {
    seen.isClosed = true;
  };
  function* generator() {
    try {
      yield* records;
    } finally {
      close();
    }
  }
  async function* asyncGenerator() {
    yield* generator();
  }
  if (kind === "generator") return { seen, source: generator() };
  if (kind === "async generator") return { seen, source: asyncGenerator() };
  const source = new ReadableStream({
    pull: (controller) => (records.length ? controller.enqueue(records.shift()) : controller.close()),
    cancel: close,
  });
  if (kind === "plain stream") Object.defineProperty(source, Symbol.asyncIterator, { value: undefined });
  return { seen, source };
}

test.each(["stream", "plain stream", "generator", "async generator"] as const)(
  "a %s is read step by step, to its end or until it is let go of",
  async (kind) => {
    const whole = readSource(closable(kind).source);
    const values = [await whole.next(), await whole.next(), await whole.next()].map(({ done, value }) => [
      !!done,
      value,
    ]);
    expect(values).toEqual([
      [false, "C1"],
      [false, "C2"],
      [true, undefined],
    ]);
    const { seen, source } = closable(kind);
    const part = readSource(source);
    await part.next();
    part.stop();
    await new Promise(setImmediate);
    expect(seen.isClosed).toBe(true);
  },
);

test("a source that cannot be let go of, or fails when it is, is of no interest any more", async () => {
  const next = () => ({ done: true, value: undefined }) as const;
  for (const end of [
    undefined,
    () => {
      throw new Error("torn");
    },
    async () => {
      throw new Error("torn");
    },
  ]) {
    const reader = readSource({ [Symbol.iterator]: () => ({ next, return: end }) } as never);
    expect(() => reader.stop()).not.toThrow();
    await new Promise(setImmediate);
  }
});
