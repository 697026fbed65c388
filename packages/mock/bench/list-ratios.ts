import { createMock, type Mock } from "../src/index.ts";
import { encodeCursor } from "../src/query/cursor.ts";
import { headers } from "./seed-job.ts";

const small = 1_000;
const large = 100_000;
const rounds = 200;

/** For each list: how many times longer it takes among 100,000 items than among 1,000. */
export async function* listRatios(): AsyncGenerator<[name: string, ratio: number], void, undefined> {
  const few = await fill(small);
  const many = await fill(large);
  for (const [name, path] of Object.entries(lists)) yield [name, await ratioOf(few, path(small), many, path(large))];
}

const id = (externalId: string) => `$custom:::$default:::${externalId}`;
const query = (parameters: Record<string, string>) => `/api/catalog-items/?${new URLSearchParams(parameters)}`;
const list = JSON.stringify(["GET /api/catalog-items", {}, "ascending", []]);
const cursor = (seq: number) => encodeCursor({ side: "after", seq }, list);

/** Each list holds the same number of records in both catalogs. */
const lists: Record<string, (count: number) => string> = {
  "first page": () => "/api/catalog-items/",
  "last page, by sort": () => query({ sort: "-created" }),
  "page in the middle, by cursor": (count) => query({ "page[cursor]": cursor(100 + count / 2) }),
  "by ids": (count) => query({ filter: `any(ids,["${id("I5")}","${id(`I${count - 1}`)}"])` }),
  "by category": (count) => query({ filter: `equals(category.id,"${id(`C${count / 200}`)}")` }),
  "by part of the title": () => query({ filter: 'contains(title,"Item 1")' }),
  "by a rare part of the title": () => query({ filter: 'contains(title,"Quartz")' }),
  "by what is not published": () => query({ filter: "equals(published,false)" }),
  "of a category": (count) => `/api/catalog-categories/${id(`C${count / 200}`)}/items/`,
};

async function fill(count: number): Promise<Mock> {
  const mock = createMock({ limits: false });
  const categories = Array.from({ length: count / 100 }, (_, i) => ({ external_id: `C${i}`, name: `Category ${i}` }));
  const items = Array.from({ length: count }, (_, i) => ({
    external_id: `I${i}`,
    title: i % (count / 10) === 7 ? `Quartz clock ${i}` : `Item ${i}`,
    published: i % (count / 10) !== 7,
    description: "An item",
    url: "https://shop.example",
    categories: [`C${Math.floor(i / 100)}`],
  }));
  await mock.state.load({ categories, items });
  return mock;
}

/** Both are asked in turn, so that what else the machine does hits both alike. */
async function ratioOf(few: Mock, fewPath: string, many: Mock, manyPath: string): Promise<number> {
  const fewTimes: number[] = [];
  const manyTimes: number[] = [];
  for (let i = 0; i < 2 * rounds; i++) {
    fewTimes.push(await time(few, fewPath, i));
    manyTimes.push(await time(many, manyPath, i));
  }
  return median(manyTimes) / median(fewTimes);
}

async function time(mock: Mock, path: string, round: number): Promise<number> {
  // an answer that is known already would tell nothing
  await mock.state.load({ categories: [{ external_id: `${path} ${round}`, name: "New" }] });
  const begin = performance.now();
  const response = await mock.fetch(path, { headers });
  const { data } = (await response.json()) as { data: unknown[] };
  if (data.length === 0) throw new Error(`${path} answered nothing`);
  return performance.now() - begin;
}

/** Of the second half: the first calls run in code that is not compiled yet. */
function median(times: readonly number[]): number {
  return times.slice(rounds).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}
