import { createMock } from "../src/index.ts";
import { encodeCursor } from "../src/query/cursor.ts";
import { headers } from "./seed-job.ts";

const small = 1_000;
const large = 100_000;

/** For each list: how many times longer it takes among 100,000 items than among 1,000. */
export async function listRatios(): Promise<Record<string, number>> {
  const few = await fill(small);
  const many = await fill(large);
  const ratios: Record<string, number> = {};
  for (const [name, path] of Object.entries(lists))
    ratios[name] = (await time(many, path(large))) / (await time(few, path(small)));
  return ratios;
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

async function fill(count: number) {
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

async function time(mock: Awaited<ReturnType<typeof fill>>, path: string): Promise<number> {
  const rounds: number[] = [];
  for (let i = 0; i < 200; i++) {
    // an answer that is known already would tell nothing
    await mock.state.load({ categories: [{ external_id: `${path} ${i}`, name: "New" }] });
    const begin = performance.now();
    const response = await mock.fetch(path, { headers });
    const { data } = (await response.json()) as { data: unknown[] };
    if (data.length === 0) throw new Error(`${path} answered nothing`);
    rounds.push(performance.now() - begin);
  }
  return rounds.sort((a, b) => a - b)[100] as number;
}
