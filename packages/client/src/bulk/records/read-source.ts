import type { BulkSource } from "./bulk-record.ts";

/** Reads a source step by step. */
export interface Reader {
  next(): Promise<IteratorResult<unknown>> | IteratorResult<unknown>;
  /** Tells the source that nobody reads on; an error of it is of no interest any more. */
  stop(): void;
}

/** Makes a {@link Reader} of what was found to be a source. */
export function readSource(source: BulkSource<unknown>): Reader {
  const iterator = iteratorOf(source as unknown as Partial<AnySource>);
  return {
    next: () => iterator.next(),
    stop() {
      // A source that is waiting for its next record answers this only after it.
      const stopped = async () => iterator.return?.();
      stopped().catch(() => {});
    },
  };
}

type AnySource = AsyncIterable<unknown> & Iterable<unknown> & Pick<ReadableStream<unknown>, "getReader">;
type AnyIterator = Pick<Reader, "next"> & { return?(): unknown };

function iteratorOf(source: Partial<AnySource>): AnyIterator {
  const iterator = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]?.();
  if (iterator) return iterator;
  // Not every platform's streams are iterable.
  const reader = (source as AnySource).getReader();
  return { next: () => reader.read() as Promise<IteratorResult<unknown>>, return: () => reader.cancel() };
}
