/** Calls a function for each of many, a few at a time: the client's rate limit decides how fast. Ends at the first error. */
export async function inParallel<Item>(items: Iterable<Item>, call: (item: Item) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await call(next.value);
  };
  await Promise.all(Array.from({ length: 20 }, worker));
}
