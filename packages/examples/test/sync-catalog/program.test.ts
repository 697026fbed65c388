import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { catalogId } from "@org/client";
import { type RecordedRequest, virtualClock } from "@org/mock";
import { expect, test } from "vitest";
import { bench, item, ndjson, samples, variant } from "./sync-program.ts";

const shop = join(samples, "shop.csv");
const category = { type: "catalog-category", external_id: "c", name: "C" };
const headers = { authorization: "Klaviyo-API-Key pk_example", revision: "2026-07-15" };

test("a Shopify export becomes categories, items, variants and their links", async () => {
  const { mock, run } = await bench();
  const { code, stdout, stderr } = await run(shop);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/items +5 +· +· +5 +· +·\n/);
  expect(stdout).toMatch(/22 done, 0 failed in .* with \d+ calls/);
  expect(code).toBe(0);
  expect([mock.state.categories.size, mock.state.items.size, mock.state.variants.size]).toEqual([4, 5, 8]);
  const coat = mock.state.items.get(catalogId("rain-coat"));
  expect(coat?.attributes).toMatchObject({
    title: "Rain Coat",
    description: "Keeps out what the sky has to offer. Two pockets, one hood.",
    url: "https://shop.example/products/rain-coat",
    price: 120,
  });
  expect(coat?.related).toEqual({
    categories: [catalogId("coats")],
    variants: [catalogId("RC-Y"), catalogId("RC-B")],
  });
});

const sold = {
  items: [
    {
      external_id: "a",
      title: "A",
      description: "theirs",
      url: "https://shop.example/products/a",
      price: 5,
      published: true,
      custom_metadata: { vendor: "Nordhaven", tags: "linen" },
      categories: ["old"],
    },
  ],
  categories: [{ external_id: "old", name: "Old" }],
  variants: [
    {
      external_id: "a-1",
      item: "a",
      title: "Deep Red",
      description: "theirs",
      url: "https://shop.example/products/a",
      sku: "a-1",
      price: 5,
      inventory_quantity: 12,
      inventory_policy: 1 as const,
      published: true,
    },
  ],
};
const goods = "Body (HTML),Vendor,Type,Tags,Published,Option1 Value,Variant Inventory Qty,Variant Inventory Policy";

test.each([
  ["a column that is missing", "", "", "theirs", ["old"]],
  ["an empty cell", `,${goods}`, ",".repeat(8), "", []],
  ["metadata without one of its columns", ",Vendor", ",Elsewhere", "theirs", ["old"]],
])("%s of a Shopify export leaves alone what is there", async (_, columns, cells, description, categories) => {
  const { mock, run, file } = await bench();
  await mock.state.load(sold);
  const text = `Handle,Title,Variant SKU,Variant Price${columns}\na,A,a-1,6${cells}\n`;
  expect(await run(await file("shop.csv", text))).toMatchObject({ code: 0, stderr: "" });
  const { categories: _categories, ...item } = sold.items[0] as (typeof sold.items)[0];
  expect(mock.state.items.get(catalogId("a"))).toMatchObject({
    attributes: { ...item, description, price: 6 },
    related: { categories: categories.map(catalogId) },
  });
  const { item: _item, ...variant } = sold.variants[0] as (typeof sold.variants)[0];
  expect(mock.state.variants.get(catalogId("a-1"))?.attributes).toMatchObject({ ...variant, description, price: 6 });
  expect((await run("shop.csv")).stdout).toContain("Everything is as the file says.");
});

test("what a Shopify export does not mention is made up for new records", async () => {
  const { mock, run, file } = await bench();
  const text = "Handle,Title,Vendor,Variant SKU,Variant Price\na,A,Nordhaven,a-1,6\n";
  expect(await run(await file("shop.csv", text))).toMatchObject({ code: 0, stderr: "" });
  expect(mock.state.items.get(catalogId("a"))?.attributes).toMatchObject({
    description: "",
    published: false,
    custom_metadata: { vendor: "Nordhaven" },
  });
  expect(mock.state.variants.get(catalogId("a-1"))?.attributes).toMatchObject({
    title: "A",
    description: "",
    inventory_quantity: 0,
    inventory_policy: 0,
    published: false,
  });
});

test("a catalog is synced to its end also when nobody reads on what is printed", async () => {
  const { mock, runUnread } = await bench();
  expect(await runUnread(shop)).toBe(0);
  expect([mock.state.categories.size, mock.state.items.size, mock.state.variants.size]).toEqual([4, 5, 8]);
});

test("what is as the file says is not sent again", async () => {
  const { mock, run } = await bench();
  await run(shop);
  const before = mock.requests.length;
  const { code, stdout } = await run(shop);
  expect(stdout).toContain("Everything is as the file says.");
  expect(code).toBe(0);
  expect(new Set(mock.requests.slice(before).map(({ method }) => method))).toEqual(new Set(["GET"]));
});

test("only what differs is updated, links are added and taken away, and other attributes stay", async () => {
  const { mock, run, file } = await bench();
  await mock.state.load({
    categories: [{ external_id: "old", name: "Old" }],
    items: ["a", "b"].map((id) => ({
      external_id: id,
      title: id,
      description: "theirs",
      url: `https://shop.example/${id}`,
      price: 1,
      categories: ["old"],
    })),
  });
  const name = await file(
    "prices.ndjson",
    ndjson([
      { type: "catalog-category", external_id: "new", name: "New" },
      { type: "catalog-item", external_id: "a", price: 2, categories: ["new"] },
      { type: "catalog-item", external_id: "b", price: 1 },
    ]),
  );
  const before = mock.requests.length;
  expect((await run(name)).code).toBe(0);
  expect(mock.state.items.get(catalogId("a"))).toMatchObject({
    attributes: { price: 2, description: "theirs" },
    related: { categories: [catalogId("new")] },
  });
  expect(mock.state.items.get(catalogId("b"))?.related.categories).toEqual([catalogId("old")]);
  const updates = mock.requests.slice(before).filter(({ operationId }) => operationId === "bulk_update_catalog_items");
  expect(updates).toHaveLength(1);
  expect(updates[0]?.body).toMatchObject({ data: { attributes: { items: { data: [{ id: catalogId("a") }] } } } });
});

test("the account is read with the fields that the file has, and no others", async () => {
  const { mock, run, file } = await bench();
  await run(await file("a.ndjson", ndjson([item("a")])));
  const list = mock.requests.find(({ operationId }) => operationId === "get_catalog_items");
  const query = new URL(list?.url ?? "", "https://a.klaviyo.com").searchParams;
  expect(query.get("fields[catalog-item]")).toBe("external_id,title,description,url");
  expect(query.get("include")).toBeNull();
});

test("every problem is told with its line and column, and nobody is called", async () => {
  const { mock, run, file } = await bench();
  const rows = [
    "external_id,title,description,url,price",
    'a,A,"two',
    'lines",nowhere,12 €',
    ",B,x,https://shop.example/b,-3",
  ];
  const { code, stderr } = await run(await file("items.csv", rows.join("\r\n")));
  expect(code).toBe(2);
  expect(stderr).toContain("items.csv:3:8: url: expected a web address such as https://shop.example/shirt; found");
  expect(stderr).toContain("items.csv:3:16: price: expected a price such as 12 or 12.5");
  expect(stderr).toContain("items.csv:4:1: external_id: a catalog-item needs it");
  expect(stderr).toContain("items.csv:4:29: price: ");
  expect(stderr).toContain("4 to mend; nothing was sent");
  expect(mock.requests).toEqual([]);
});

test("of many problems people are told the first and how many there are, programs every one", async () => {
  const { run, file } = await bench();
  const lines = Array.from({ length: 300 }, (_, index) => item(`i-${index}`, { price: "cheap" }));
  const name = await file("all.ndjson", ndjson(lines));
  expect((await run(name)).stderr).toMatch(
    /all\.ndjson:50:\d+: price: .*\n… and 250 more; --json tells every one\n300 to mend; nothing was sent\n$/,
  );
  const events = (await run(name, "--json")).stdout.trim().split("\n");
  const lineOf = (event: string) => JSON.parse(event) as { event: string; line: number };
  expect(events.slice(1).map(lineOf)).toMatchObject([
    ...lines.map((_, index) => ({ event: "problem", line: index + 1 })),
    { event: "error", text: "300 to mend; nothing was sent", problems: 300 },
  ]);
});

test("what only the account can tell is told with line and column, too, and nothing is sent", async () => {
  const { mock, run, file } = await bench();
  await mock.state.load({
    items: ["a", "b"].map((id) => ({ external_id: id, title: id, description: "", url: "https://shop.example/" })),
    variants: [
      {
        external_id: "a-1",
        item: "a",
        title: "1",
        description: "",
        url: "https://shop.example/",
        sku: "a-1",
        price: 1,
        inventory_quantity: 1,
      },
    ],
  });
  const before = mock.requests.length;
  const records = [
    { type: "catalog-item", external_id: "c", price: 3 },
    variant("x", "nowhere"),
    variant("a-1", "b"),
    item("d", { categories: ["none"] }),
  ];
  const { code, stderr } = await run(await file("some.ndjson", ndjson(records)));
  expect(code).toBe(2);
  expect(stderr).toContain("some.ndjson:1:1: title: a new catalog-item needs title, description, url");
  expect(stderr).toMatch(/some\.ndjson:2:\d+: item: there is no 'nowhere' among the items/);
  expect(stderr).toMatch(/some\.ndjson:3:\d+: item: the variant belongs to the item 'a', and cannot move to 'b'/);
  expect(stderr).toMatch(/some\.ndjson:4:\d+: categories: there is no 'none' among the categories/);
  expect(mock.requests.slice(before).every(({ method }) => method === "GET")).toBe(true);
});

test("--dry-run shows the plan and sends nothing", async () => {
  const { mock, run } = await bench();
  const { code, stdout } = await run(shop, "--dry-run");
  expect(stdout).toMatch(/variants +8 +· +· +8 +· +·\n/);
  expect(stdout).toContain("A dry run: nothing was sent.");
  expect(code).toBe(0);
  expect(mock.requests.every(({ method }) => method === "GET")).toBe(true);
});

test("--delete-missing is refused above a share, and where nobody can be asked", async () => {
  const { mock, run, file } = await bench();
  const all = Array.from({ length: 20 }, (_, index) => item(`i-${index}`));
  await run(await file("all.ndjson", ndjson(all)));
  const most = await file("most.ndjson", ndjson(all.slice(0, 17)));
  const refused = await run(most, "--delete-missing", "--yes");
  expect(refused.stderr).toContain("--delete-missing would delete 3 of 20 items, and at most 10% may go");
  expect(refused.code).toBe(2);
  const unasked = await run(most, "--delete-missing", "--max-delete", "15%");
  expect(unasked.stderr).toContain("Nothing was sent: deleting was not agreed to");
  expect(unasked.code).toBe(2);
  expect(mock.state.items.size).toBe(20);
  const agreed = await run(most, "--delete-missing", "--max-delete", "15%", "--yes");
  expect(agreed.code).toBe(0);
  expect(mock.state.items.size).toBe(17);
});

test("--delete-missing leaves alone what the file does not speak of, and what others belong to", async () => {
  const { mock, run, file } = await bench();
  const items = Array.from({ length: 5 }, (_, index) => item(`i-${index}`));
  const variants = items.map((_, index) => variant(`v-${index}`, `i-${index}`));
  await run(await file("all.ndjson", ndjson([...items, ...variants])));
  const args = ["--delete-missing", "--max-delete", "50%", "--yes"];
  expect((await run(await file("items.ndjson", ndjson(items)), ...args)).code).toBe(0);
  expect(mock.state.variants.size).toBe(5);
  expect((await run(await file("variants.ndjson", ndjson(variants.slice(1))), ...args)).code).toBe(0);
  expect([mock.state.items.size, mock.state.variants.size]).toEqual([5, 4]);
});

test("variants that go with their item count in the plan and in the limit", async () => {
  const { mock, run, file } = await bench();
  const items = Array.from({ length: 10 }, (_, index) => item(`i-${index}`));
  const variants = Array.from({ length: 100 }, (_, index) => variant(`v-${index}`, index < 90 ? "i-0" : "i-1"));
  await run(await file("all.ndjson", ndjson([...items, ...variants])));
  const most = await file("most.ndjson", ndjson(items.slice(1)));
  const refused = await run(most, "--delete-missing", "--yes");
  expect(refused.stdout).toMatch(/variants +· +100 +· +· +· +90\n/);
  expect(refused.stderr).toContain("--delete-missing would delete 90 of 100 variants, and at most 10% may go");
  expect(refused.code).toBe(2);
  expect([mock.state.items.size, mock.state.variants.size]).toEqual([10, 100]);
  const agreed = await run(most, "--delete-missing", "--max-delete", "90%", "--yes");
  expect(agreed.stdout).toContain("91 done, 0 failed");
  expect(agreed.code).toBe(0);
  expect([mock.state.items.size, mock.state.variants.size]).toEqual([9, 10]);
});

test("an item that the file deletes shows its variants in the plan, and takes them along", async () => {
  const { mock, run, file } = await bench();
  await run(await file("all.ndjson", ndjson([item("a"), item("b"), variant("a-1", "a"), variant("b-1", "b")])));
  const { code, stdout } = await run(await file("gone.ndjson", ndjson([{ ...item("a"), delete: true }])));
  expect(stdout).toMatch(/items +1 +2 +· +· +· +1\n +variants +· +2 +· +· +· +1\n/);
  expect(code).toBe(0);
  expect(mock.state.variants.all().map(({ id }) => id)).toEqual([catalogId("b-1")]);
});

test("a variant whose item the same file deletes is told with its place", async () => {
  const { mock, run, file } = await bench();
  await run(await file("all.ndjson", ndjson([item("a"), variant("a-1", "a"), variant("a-2", "a")])));
  const records = [
    { type: "catalog-item", external_id: "a", delete: true },
    { type: "catalog-variant", external_id: "a-1", price: 2 },
    { type: "catalog-variant", external_id: "a-2", delete: true },
    variant("a-3", "a"),
  ];
  const { code, stderr } = await run(await file("both.ndjson", ndjson(records)));
  expect(stderr).toMatch(
    /^both\.ndjson:2:1: item: its item is deleted by this file\nboth\.ndjson:4:\d+: item: its item is .*\n2 to/,
  );
  expect(code).toBe(2);
  expect(mock.state.variants.size).toBe(2);
});

test("an item stays whose variant is in the file, also when the variant does not name it", async () => {
  const { mock, run, file } = await bench();
  await run(await file("all.ndjson", ndjson([item("a"), item("b"), variant("a-1", "a")])));
  const some = [item("b"), { type: "catalog-variant", external_id: "a-1", price: 2 }];
  const args = ["--delete-missing", "--max-delete", "100%", "--yes"];
  expect((await run(await file("some.ndjson", ndjson(some)), ...args)).code).toBe(0);
  expect([mock.state.items.size, mock.state.variants.size]).toEqual([2, 1]);
});

test("records of another catalog are not ours to change", async () => {
  const { mock, run, file } = await bench();
  const { type, ...attributes } = item("theirs", { catalog_type: "$other" }) as { type: string };
  await mock.fetch("/api/catalog-items", {
    method: "POST",
    headers: { ...headers, "content-type": "application/vnd.api+json" },
    body: JSON.stringify({ data: { type, attributes } }),
  });
  const name = await file("ours.ndjson", ndjson([item("ours")]));
  expect((await run(name, "--delete-missing", "--max-delete", "100%", "--yes")).code).toBe(0);
  expect(mock.state.items.all().map(({ id }) => id)).toEqual(["$custom:::$other:::theirs", catalogId("ours")]);
});

test("what failed is written to a file that can be fed back in", async () => {
  const { mock, run, file, folder } = await bench({
    onRequest: async ({ operationId }) => {
      // Somebody deletes an item between the comparison and the update.
      if (operationId !== "get_catalog_items" || !isArmed) return;
      isArmed = false;
      await mock.fetch(`/api/catalog-items/${catalogId("a")}`, { method: "DELETE", headers });
    },
  });
  let isArmed = false;
  await run(await file("shop.ndjson", ndjson([item("a"), item("b")])));
  isArmed = true;
  const changed = await file("shop.ndjson", ndjson(["a", "b"].map((id) => item(id, { title: "New" }))));
  const { code, stdout } = await run(changed);
  expect(code).toBe(1);
  expect(stdout).toContain("1 done, 1 failed");
  expect(stdout).toContain("What failed is in shop.errors.ndjson; mend it and run: pnpm sync shop.errors.ndjson");
  const left = JSON.parse(await readFile(join(folder, "shop.errors.ndjson"), "utf8"));
  expect(left).toEqual({
    ...item("a", { title: "New" }),
    error: expect.stringContaining("does not exist"),
    source: "shop.ndjson",
  });

  const refused = await run("shop.errors.ndjson", "--delete-missing", "--yes", "--max-delete", "100%");
  expect(refused.stderr).toContain("is what another run has left over, not a whole catalog");
  expect(refused.code).toBe(2);
  expect((await run("shop.errors.ndjson")).code).toBe(0);
  expect(mock.state.items.get(catalogId("a"))?.attributes.title).toBe("New");
  expect(existsSync(join(folder, "shop.errors.ndjson"))).toBe(false);
});

test("a catalog that is named as an errors file stays, whether all is sent or something fails", async () => {
  const { mock, run, file, folder } = await bench();
  const name = await file("my.errors.ndjson", ndjson([item("a"), item("b")]));
  expect((await run(name)).code).toBe(0);
  expect((await run(name)).stdout).toContain("Everything is as the file says.");
  expect(existsSync(join(folder, name))).toBe(true);
  const changed = ndjson([item("a", { price: 2 }), item("b", { categories: ["c"] }), category]);
  await file(name, changed);
  mock.faults.add({ play: "500", method: "POST", operationId: "add_items_to_catalog_category" });
  const { code, stdout } = await run(name);
  expect(code).toBe(1);
  expect(stdout).toContain("What failed is in my.errors.errors.ndjson");
  expect(await readFile(join(folder, name), "utf8")).toBe(changed);
});

test("what nobody has left over is not written over by an errors file, and nothing is sent before that is told", async () => {
  const { mock, run, file, folder } = await bench();
  const mine = ndjson([item("mine")]);
  await file("shop.errors.ndjson", mine);
  const name = await file("shop.ndjson", ndjson([item("a")]));
  const { code, stderr } = await run(name);
  expect(code).toBe(2);
  expect(stderr).toBe(
    "shop.errors.ndjson is no file of records that failed, and would be written over; give another name with --errors\n",
  );
  expect(mock.requests).toHaveLength(0);
  expect((await run(name, "--errors", "left.ndjson")).code).toBe(0);
  expect(await readFile(join(folder, "shop.errors.ndjson"), "utf8")).toBe(mine);
});

test("an errors file of an earlier run is removed once everything is as the file says", async () => {
  const { mock, run, file, folder } = await bench();
  mock.faults.add({ play: "500", method: "POST", operationId: "add_items_to_catalog_category", times: 20 });
  const name = await file("-shop.ndjson", ndjson([category, item("a", { categories: ["c"] })]));
  const failed = await run("--", name);
  expect(failed.stdout).toContain("What failed is in -shop.errors.ndjson; mend it and run: pnpm sync ./-shop.errors");
  mock.faults.clear();
  expect((await run("./-shop.errors.ndjson", "--dry-run")).code).toBe(0);
  const stale = await readFile(join(folder, "-shop.errors.ndjson"), "utf8");
  expect((await run("--", name)).code).toBe(0);
  await file("-shop.errors.ndjson", stale);
  expect((await run("--", name)).stdout).toContain("Everything is as the file says.");
  expect(existsSync(join(folder, "-shop.errors.ndjson"))).toBe(false);
});

test("a file that changes between its check and the plan is not sent", async () => {
  const { mock, run, file, folder } = await bench({
    onRequest: () => writeFileSync(join(folder, "shop.ndjson"), ndjson([item("a"), item("b", { price: 2 })])),
  });
  const { code, stderr } = await run(await file("shop.ndjson", ndjson([item("a"), item("b", { price: 1 })])));
  expect(stderr).toBe("shop.ndjson:2:1: the file has changed since it was checked; run the same command again\n");
  expect(code).toBe(2);
  expect(mock.requests.every(({ method }) => method === "GET")).toBe(true);
});

test.each([
  ["says something else", [category, item("a"), item("b", { title: "New" })], "shop.ndjson:3:1: "],
  ["has more records", [category, item("a"), item("b"), item("c")], "shop.ndjson:4:1: "],
  ["has fewer records", [category, item("a")], "shop.ndjson: "],
  ["has a mistake", [category, item("a"), item("b", { price: "cheap" })], "shop.ndjson:3:1: "],
])("a file that %s while it is sent is not sent any further", async (_, after, place) => {
  const { mock, run, file, folder } = await bench({
    onRequest: (request) => {
      if (isSubmission("category")(request)) writeFileSync(join(folder, "shop.ndjson"), ndjson(after));
    },
  });
  const { code, stderr } = await run(await file("shop.ndjson", ndjson([category, item("a"), item("b")])));
  expect(stderr).toBe(`${place}the file has changed since it was checked; run the same command again\n`);
  expect(code).toBe(1);
  expect(mock.state.categories.size).toBe(1);
  expect(mock.state.items.get(catalogId("b"))?.attributes.title).not.toBe("New");
});

test.each(["big.ndjson", "big.csv"])("memory does not grow with what the records of %s say", async (name) => {
  const { mock, runWithin, file } = await bench();
  const description = "A long story. ".repeat(700);
  const ids = Array.from({ length: 3_000 }, (_, index) => `i-${index}`);
  const url = "https://shop.example/";
  const items = ids.map((id) => ({ external_id: id, title: "New", description: `${id}: ${description}`, url }));
  const rows = items.map((item) => `${Object.values(item).join(",")}\n`);
  const table = `external_id,title,description,url\n${rows.join("")}`;
  const lines = ndjson(items.map((item) => ({ type: "catalog-item", ...item })));
  // The account has half of them, each with a little that differs.
  await mock.state.load({ items: items.slice(1_500).map((item) => ({ ...item, title: "Old" })) });
  // The file has 30 MB, and the program without it needs less than 20.
  const { code, stdout, stderr } = await runWithin(
    40,
    await file(name, name.endsWith(".csv") ? table : lines),
    "--dry-run",
  );
  expect(stderr).toBe("");
  expect(stdout).toMatch(/items +3,000 +1,500 +· +1,500 +1,500 +·\n/);
  expect(code).toBe(0);
});

const isSubmission = (kind: string) => (request: RecordedRequest) =>
  request.method === "POST" && request.url.includes(`/api/catalog-${kind}-bulk-create-jobs`);

test("Ctrl-C settles what was submitted and prints the command that goes on, which does", async () => {
  const { mock, runUntil, run, file } = await bench();
  const items = Array.from({ length: 150 }, (_, index) => item(`i-${index}`));
  const variants = items.map((_, index) => variant(`v-${index}`, `i-${index}`));
  const name = await file("my shop.ndjson", ndjson([...items, ...variants]));
  const { code, stdout } = await runUntil(isSubmission("item"), "SIGINT", name);
  expect(stdout).toContain("Stopping: what has been submitted is followed to its end.");
  expect(stdout).toContain("Go on with: pnpm sync 'my shop.ndjson'");
  expect(code).toBe(130);
  const [, done, left] = /(\d+) done, 0 failed, (\d+) left/.exec(stdout) ?? [];
  expect(Number(done) + Number(left)).toBe(300);
  expect(mock.state.items.size).toBeGreaterThanOrEqual(Number(done));
  expect(mock.state.variants.size).toBe(0);
  expect((await run(name)).code).toBe(0);
  expect([mock.state.items.size, mock.state.variants.size]).toEqual([150, 150]);
});

test("an errors file that is fed back in and not done keeps its records", async () => {
  const { runUntil, file, folder } = await bench();
  const text = ndjson([item("i", { error: "500 …" }), variant("v", "i", { error: "500 …" })]);
  const name = await file("shop.errors.ndjson", text);
  expect((await runUntil(isSubmission("item"), "SIGINT", name)).code).toBe(130);
  expect(await readFile(join(folder, name), "utf8")).toBe(text);
});

test("what failed of one file is neither removed nor written over by another file of the same name", async () => {
  const { mock, run, file, folder } = await bench();
  for (const name of ["one", "two"]) mkdirSync(join(folder, name));
  const one = await file("one/shop.ndjson", ndjson([category, item("a", { categories: ["c"] })]));
  const fault = { play: "500", method: "POST", operationId: "add_items_to_catalog_category", times: 20 } as const;
  mock.faults.add(fault);
  expect((await run(one)).code).toBe(1);
  const left = await readFile(join(folder, "shop.errors.ndjson"), "utf8");
  expect(JSON.parse(left)).toMatchObject({ external_id: "a", source: "one/shop.ndjson" });

  const others = [
    await file("two/shop.ndjson", ndjson([item("b")])),
    await file("shop.json", `[${ndjson([item("b")])}]`),
  ];
  for (const other of others) {
    const { code, stderr } = await run(other);
    expect(stderr).toBe(
      "shop.errors.ndjson has records of one/shop.ndjson that failed, and would be written over; give another name with --errors\n",
    );
    expect(code).toBe(2);
  }
  expect(mock.state.items.size).toBe(1);

  expect((await run("shop.errors.ndjson")).code).toBe(1);
  expect(JSON.parse(await readFile(join(folder, "shop.errors.ndjson"), "utf8")).source).toBe("one/shop.ndjson");
  mock.faults.clear();
  expect((await run(`./${one}`)).code).toBe(0);
  expect(existsSync(join(folder, "shop.errors.ndjson"))).toBe(false);
});

test("a folder that no errors file can be written to is told before anything is sent", async () => {
  const { mock, run, file } = await bench();
  const { code, stderr } = await run(await file("a.ndjson", ndjson([item("a")])), "--errors", "nowhere/a.ndjson");
  expect(stderr).toMatch(
    /^nowhere\/a\.ndjson is for .* cannot be written: ENOENT: .*; give another name with --errors/,
  );
  expect(code).toBe(2);
  expect(mock.requests).toEqual([]);
});

/** A run in which a link fails, and the errors file cannot be written when it is over. */
async function unsaved() {
  const all = await bench({
    onRequest: ({ operationId }) => {
      if (operationId !== "add_items_to_catalog_category") return;
      mkdirSync(join(all.folder, "a.errors.ndjson"), { recursive: true });
    },
  });
  all.mock.faults.add({ play: "500", method: "POST", operationId: "add_items_to_catalog_category", times: 20 });
  await all.file("a.ndjson", ndjson([category, item("a", { categories: ["c"] })]));
  return all;
}

test("what was sent is summed up also when the errors file cannot be written", async () => {
  const { run, folder } = await unsaved();
  const { code, stdout, stderr } = await run("a.ndjson", "--json");
  expect(stderr).toBe("");
  expect(existsSync(join(folder, "a.errors.ndjson.tmp"))).toBe(false);
  const events = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.slice(-2)).toMatchObject([
    {
      event: "error",
      text: expect.stringMatching(/^a\.errors\.ndjson could not be written: EISDIR.*: pnpm sync a\.n/),
    },
    { event: "summary", done: 2, failed: 1 },
  ]);
  expect(events.at(-1)).not.toHaveProperty("errorsFile");
  expect(code).toBe(1);
});

test("an errors file that cannot be written is told after Ctrl-C, too", async () => {
  const { runUntil } = await unsaved();
  const isLink = ({ operationId }: RecordedRequest) => operationId === "add_items_to_catalog_category";
  const { code, stdout, stderr } = await runUntil(isLink, "SIGINT", "a.ndjson");
  expect(stderr).toContain("a.errors.ndjson could not be written: EISDIR");
  expect(stdout).toContain("2 done, 1 failed");
  expect(code).toBe(130);
});

test("a file that is deleted while it is sent is told with what was done and how to go on", async () => {
  const { mock, run, file, folder } = await bench({
    onRequest: (request) => {
      if (isSubmission("category")(request)) rmSync(join(folder, "a.ndjson"));
    },
  });
  const { code, stdout, stderr } = await run(await file("a.ndjson", ndjson([category, item("a")])));
  expect(stderr).toMatch(
    /^ENOENT: .*'a\.ndjson': it cannot be read any more; put it back and run the same command again/,
  );
  expect(stdout).toContain("1 done, 0 failed, 1 left");
  expect(stdout).toContain("Go on with: pnpm sync a.ndjson");
  expect(code).toBe(1);
  expect(mock.state.items.size).toBe(0);
});

test("a run that was killed is gone on with by the same command, though its jobs are still at work", async () => {
  const clock = virtualClock();
  let submissions = 0;
  const { mock, runUntil, run, file } = await bench({
    clock,
    // The jobs of both runs begin once the second one has submitted its own.
    pace: { queued: 1_000, processing: 1_000 },
    onRequest: (request) => {
      if (isSubmission("item")(request)) submissions++;
      if (submissions === 2) clock.advance(2_000);
    },
  });
  const name = await file("some.ndjson", ndjson([item("a"), item("b")]));
  expect((await runUntil(isSubmission("item"), "SIGKILL", name)).code).toBeNull();
  expect([submissions, mock.state.items.size]).toEqual([1, 0]);
  const { code, stdout } = await run(name);
  expect(stdout).toContain("2 done, 0 failed");
  expect(code).toBe(0);
  expect(submissions).toBe(2);
  expect(mock.state.items.size).toBe(2);
});

test("--json is NDJSON and nothing else", async () => {
  const { run } = await bench();
  const { stdout, stderr } = await run(shop, "--json");
  expect(stderr).toBe("");
  const events = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(new Set(events.map(({ event }) => event))).toEqual(
    new Set(["note", "plan", "step", "progress", "outcome", "summary"]),
  );
  expect(events.filter(({ event }) => event === "outcome")).toHaveLength(22);
  // The last step puts 5 items into 4 categories, by as many calls.
  const [firstCall] = events.filter(({ event }) => event === "progress").slice(-4);
  expect(firstCall).toMatchObject({ failed: 0, total: 5, recordsPerMinute: expect.any(Number) });
  expect(firstCall.remaining).toBeGreaterThan(0);
  expect(events.at(-1)).toMatchObject({ event: "summary", done: 22, failed: 0, actions: { create: 17, link: 5 } });
});

test("--json tells programs also that the command is wrong", async () => {
  const { run } = await bench();
  const text = "Unknown option '--bogus'; 'pnpm sync --help' tells the rest";
  const { code, stdout, stderr } = await run("--bogus", "--json");
  expect(JSON.parse(stdout)).toEqual({ event: "error", text });
  expect(stderr).toBe(`${text}\n`);
  expect(code).toBe(2);
});

test("a key that is refused is one line and exit code 3", async () => {
  const { run } = await bench({ keys: { pk_other: {} } });
  const { code, stderr } = await run(shop);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^401 .*\n$/);
});

test.each([
  [["--dryrun"], "Unknown option '--dryrun'; 'pnpm sync --help' tells the rest"],
  [["a.csv"], "ENOENT: no such file or directory, open 'a.csv'"],
  [["a.csv", "--live"], "--live needs an API key: set KLAVIYO_API_KEY to a private key with the catalogs scopes"],
])("%j is a mistake told in one line", async (args, message) => {
  const { run } = await bench();
  const { code, stderr } = await run(...args);
  expect(stderr).toBe(`${message}\n`);
  expect(code).toBe(2);
});

test("without --live and without a mock to talk to, it brings its own", async () => {
  const { run } = await bench();
  const { stdout } = await run(join(samples, "catalog.json"), "--dry-run");
  expect(stdout).toContain("with the mock at http://127.0.0.1:");
});
