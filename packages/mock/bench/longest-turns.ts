import { createMock, type Mock } from "../src/index.ts";
import { headers } from "./seed-job.ts";

const rounds = 5;

/** For each request of nearly 5 MB: for how many milliseconds at most it keeps others waiting. */
export async function* longestTurns(): AsyncGenerator<[name: string, milliseconds: number], void, undefined> {
  const mock = createMock({ limits: false, requestLog: false, pace: { queued: 0, processing: 0 } });
  const items = Array.from({ length: 85_000 }, (_, i) => ({ ...item, external_id: `${i}` }));
  await mock.state.load({ categories: [{ external_id: "C", name: "C" }], items });
  const links = JSON.stringify({
    data: items.map(({ external_id }) => ({ type: "catalog-item", id: id(external_id) })),
  });
  const relationship = `/api/catalog-categories/${id("C")}/relationships/items/`;
  const requests = {
    "85,000 links made": ["POST", relationship, links],
    "85,000 links replaced": ["PATCH", relationship, links],
    "85,000 links taken away": ["DELETE", relationship, links],
    "a job of 100 records": ["POST", "/api/catalog-item-bulk-create-jobs/", jobOf(100, 48_000)],
    "a job of 20,000, refused": ["POST", "/api/catalog-item-bulk-create-jobs/", jobOf(20_000, 60)],
  } as const;
  const longest = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, [method, path, body]] of Object.entries(requests)) {
      const turn = await longestTurn(mock, path, { method, headers, body });
      longest.set(name, [...(longest.get(name) ?? []), turn]);
    }
  }
  for (const [name, turns] of longest)
    yield [name, turns.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN];
}

const item = { title: "Item", description: "An item", url: "https://shop.example" };
const id = (externalId: string) => `$custom:::$default:::${externalId}`;

function jobOf(count: number, size: number): string {
  const data = Array.from({ length: count }, (_, i) => ({
    type: "catalog-item",
    attributes: { ...item, external_id: `new-${i}`, description: "x".repeat(size) },
  }));
  return JSON.stringify({ data: { type: "catalog-item-bulk-create-job", attributes: { items: { data } } } });
}

/** In milliseconds of this thread's processor time: what else the machine does is not the mock's to answer for. */
async function longestTurn(mock: Mock, path: string, init: RequestInit): Promise<number> {
  let longest = 0;
  let done = false;
  let begin = used();
  const turn = () => {
    longest = Math.max(longest, used() - begin);
    begin = used();
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  const { status } = await mock.fetch(path, init);
  done = true;
  if (status >= 500 || status === 404) throw new Error(`${path} answered ${status}`);
  await new Promise(setImmediate);
  return longest;
}

function used(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
