import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { InputRecord } from "../../src/sync-catalog/catalog/catalog-record.ts";
import { placeText } from "../../src/sync-catalog/catalog/place.ts";
import { Problems } from "../../src/sync-catalog/catalog/problems.ts";
import { type InputOptions, readInput } from "../../src/sync-catalog/input/read-input.ts";
import { outlineOf } from "../../src/sync-catalog/plan/outline.ts";
import { samples } from "./sync-program.ts";

const shop = "https://shop.example";

/** Reads a file as the program does before anything else, and holds its records, which the program does not. */
async function readFile(file: string, options: InputOptions) {
  const records: InputRecord[] = [];
  const problems = new Problems();
  const read = (problems: Problems) => readInput(file, options, problems);
  for await (const record of read(new Problems())) records.push(record);
  const { isLeftover } = await outlineOf(file, read, problems);
  return { records, problems, isLeftover };
}

/** Reads texts as if they were files; problems as the program prints them. */
async function read(name: string, content: string | Buffer, map?: string) {
  const folder = await mkdtemp(join(tmpdir(), "sync-input-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), content);
  if (map !== undefined) await writeFile(join(folder, "mapping.yaml"), map);
  const options: InputOptions = { shop, map: map === undefined ? map : join(folder, "mapping.yaml") };
  const { records, problems, isLeftover } = await readFile(join(folder, name), options);
  const texts = problems.listed.map((problem) => `${placeText(problem)}: ${problem.field ?? ""}: ${problem.message}`);
  return { records, problems: texts.map((text) => text.replaceAll(join(folder, "/"), "")), isLeftover };
}

const ids = (records: { external_id: string }[]) => records.map(({ external_id }) => external_id);

describe("a Shopify export", () => {
  test("rows of one Handle are an item with its variants", async () => {
    const rows = ["Handle,Title,Variant SKU,Variant Price", "a,A,a-1,5", "a,,a-2,3", "b,B,b-1,7"];
    const { records, problems } = await read("shop.csv", rows.join("\n"));
    expect(problems).toEqual([]);
    expect(ids(records)).toEqual(["a", "a-1", "a-2", "b", "b-1"]);
    expect(records[0]?.attributes).toMatchObject({ title: "A", price: 3, url: "https://shop.example/products/a" });
    expect(records[2]).toMatchObject({ item: "a", attributes: { price: 3, sku: "a-2" } });
  });

  test("rows of one Handle that stand apart are told with their lines, and how to mend that", async () => {
    const rows = ["Handle,Title,Variant SKU,Variant Price", "a,A,a-1,5", "b,B,b-1,7", "a,,a-2,3", "b,,b-2,3"];
    const { problems } = await read("shop.csv", rows.join("\n"));
    expect(problems).toEqual([
      expect.stringMatching(/^shop\.csv:4:1: external_id: 'a' is there already, at .*:2:1; rows of one item have to/),
      expect.stringMatching(/^shop\.csv:5:1: external_id: 'b' is there already, at .*:3:1; rows of one item have to/),
    ]);
  });

  test("a variant without a SKU is named after its options", async () => {
    const rows = [
      "Handle,Title,Option1 Value,Option2 Value,Variant Price",
      "a,A,Deep Red,XL,5",
      "b,B,Default Title,,7",
    ];
    const { records } = await read("shop.csv", rows.join("\n"));
    expect(ids(records)).toEqual(["a", "a-deep-red-xl", "b", "b"]);
    expect(records[1]?.attributes.title).toBe("Deep Red / XL");
    expect(records[3]?.attributes.title).toBe("B");
  });

  test("types that would become one category are told, with the place of the first", async () => {
    const rows = ["Handle,Title,Type,Variant Price", "a,A,C++,5", "b,B,c++ ,7", "c,C,C#,7", "d,D,C#,7"];
    const { problems } = await read("shop.csv", rows.join("\n"));
    expect(problems).toEqual([
      expect.stringMatching(
        /^shop\.csv:4:5: categories: the category 'C#' would get the id 'c', as 'C\+\+' at .*shop\.csv:2:5; let their/,
      ),
    ]);
  });

  test("HTML becomes the text that it shows", async () => {
    const html = "<p>Salt &amp; pepper</p><ul><li>caf&eacute;</li></ul><style>p { color: red }</style>";
    const { records } = await read("shop.csv", `Handle,Title,Body (HTML),Variant Price\na,A,${html},5`);
    expect(records[0]?.attributes.description).toBe("Salt & pepper café");
  });

  test("prices and stock that are none are told where they stand", async () => {
    const rows = ["Handle,Title,Option1 Value,Variant Inventory Qty,Variant Price", "a,A,S,many,5", "a,,M,1,$5"];
    const { problems } = await read("shop.csv", rows.join("\n"));
    expect(problems).toEqual([
      'shop.csv:2:7: inventory_quantity: expected a number such as 12 or 12.5, without a currency; found "many"',
      'shop.csv:3:8: price: expected a price such as 12 or 12.5, without a currency and not negative; found "$5"',
    ]);
  });

  test("it is refused when nobody says where the shop is", async () => {
    const { problems } = await readFile(join(samples, "shop.csv"), {});
    expect(problems.listed.map(({ message }) => message)).toEqual([
      expect.stringContaining("give its address with --shop"),
    ]);
  });
});

describe("a table", () => {
  test("columns named as attributes need no mapping", async () => {
    const rows = [
      "external_id,title,description,url,price,published,categories,images,custom_metadata",
      'a,A,,https://shop.example/a,12.50,TRUE,Red Shirts;Sale,https://shop.example/1.jpg,"{""season"":""summer""}"',
    ];
    const { records, problems } = await read("items.csv", rows.join("\n"));
    expect(problems).toEqual([]);
    expect(records.map(({ type, external_id, attributes }) => [type, external_id, attributes])).toEqual([
      ["catalog-category", "red-shirts", { name: "Red Shirts" }],
      ["catalog-category", "sale", { name: "Sale" }],
      [
        "catalog-item",
        "a",
        {
          title: "A",
          description: "",
          url: "https://shop.example/a",
          price: 12.5,
          published: true,
          images: ["https://shop.example/1.jpg"],
          custom_metadata: { season: "summer" },
        },
      ],
    ]);
    expect(records[2]?.categories).toEqual(["red-shirts", "sale"]);
  });

  test("a column that is no attribute is told once, at its name", async () => {
    const { problems } = await read("items.csv", "external_id,titel\na,A\nb,B");
    expect(problems).toEqual([
      "items.csv:1:13: : the column 'titel' is no attribute of items; say with --map what the columns are",
    ]);
  });

  test("an item that is there twice is told, with the place of the first", async () => {
    const { problems } = await read("items.csv", "external_id,title\na,A\n\na,B");
    expect(problems).toEqual([expect.stringMatching(/^items\.csv:4:1: external_id: 'a' is there already, at .*:2:1$/)]);
  });

  test("names that would become one category are told, unless only case and space differ", async () => {
    const rows = ["external_id,categories", "a,C++;C#;C", "b,C;Red Shirts", "c, red  shirts ;C++;C#"];
    const { problems } = await read("items.csv", rows.join("\n"));
    expect(problems).toEqual([
      expect.stringMatching(/^items\.csv:2:3: categories: the category 'C#' would .* as 'C\+\+' at .*items\.csv:2:3;/),
      expect.stringMatching(/^items\.csv:2:3: categories: the category 'C' would .* as 'C\+\+' at .*items\.csv:2:3;/),
    ]);
  });

  test("a flag that is the name of a function is told as any other text", async () => {
    const { problems } = await read("items.csv", "external_id,published\na,constructor");
    expect(problems).toEqual(['items.csv:2:3: published: expected true or false; found "constructor"']);
  });

  test("a line with more or fewer cells than columns is told", async () => {
    const { problems } = await read("items.csv", "external_id,title\na,A,1\nb\n");
    expect(problems).toEqual([
      "items.csv:2:1: : the line has 3 cells, the first line 2",
      "items.csv:3:1: : the line has 1 cells, the first line 2",
    ]);
  });

  test.each([
    ['external_id,title\na,"A', "items.csv:2:3: : this is not CSV: quote not closed"],
    ['external_id,title\r\na,A\r\nb,"B" x', "items.csv:3:3: : this is not CSV: invalid closing quote"],
    ["external_id,external_id\na,b", "items.csv:1:1: : the column 'external_id' is there twice"],
    ["title\nA", "items.csv:1:1: : there is no column 'external_id'; say with --map what the columns are"],
    ["", "items.csv:1:1: : there is no column 'external_id'; say with --map what the columns are"],
    ["external_id\n", "items.csv:1:1: : there are no records in it"],
  ])("%j is no table", async (text, problem) => {
    expect((await read("items.csv", text)).problems).toEqual([problem]);
  });

  test("another encoding than UTF-8 is refused at the first letter that it garbles", async () => {
    const { problems } = await read("items.csv", Buffer.from("external_id,title\na,Stühle", "latin1"));
    expect(problems).toEqual([expect.stringMatching(/^items\.csv:2:5: : this is not UTF-8; save the file as UTF-8/)]);
  });

  test("a letter and a line's end may lie on both sides of where a piece of the file ends", async () => {
    for (const shift of ["", "x", "xx"]) {
      // A piece has 64 kB.
      const rows = Array.from({ length: 10_000 }, (_, index) => `i-${index},"ä€\r\n"`);
      const text = `external_id,title\r\n${shift}${rows.join("\r\n")}\r\n`;
      const { records, problems } = await read("items.csv", `${text}last,"€\r\n" x\r\n`);
      expect(problems).toEqual(["items.csv:20002:6: : this is not CSV: invalid closing quote"]);
      expect(records.every(({ attributes }) => attributes.title === "ä€")).toBe(true);
      const garbled = Buffer.concat([Buffer.from(text), Buffer.from("x,Stühle", "latin1")]);
      expect((await read("items.csv", garbled)).problems).toEqual([
        expect.stringMatching(/^items\.csv:20002:5: : this is not UTF-8/),
      ]);
    }
  });

  test("a byte order mark is no part of the first column's name", async () => {
    expect((await read("items.csv", "\uFEFFexternal_id,title\na,A")).problems).toEqual([]);
  });
});

describe("a mapping", () => {
  test("the sample's rows become categories, items and variants", async () => {
    const map = join(samples, "mapping.yaml");
    const { records, problems } = await readFile(join(samples, "articles.csv"), { map });
    expect(problems.count).toBe(0);
    expect(ids(records)).toEqual([
      "möbel",
      "küche",
      "hocker",
      "HO-1",
      "HO-2",
      "licht",
      "lampe",
      "LA-1",
      "brett",
      "BR-1",
    ]);
    expect(records.find(({ external_id }) => external_id === "HO-2")).toMatchObject({
      type: "catalog-variant",
      item: "hocker",
      attributes: {
        title: "Hocker schwarz",
        price: 95.5,
        inventory_quantity: 3,
        url: "https://laden.example/artikel/hocker?variante=HO-2",
      },
    });
  });

  const item = "item:\n  external_id: id\n";

  test.each([
    ["item:\n  titel: id", "mapping.yaml:2:3: : 'titel' is no attribute; expected one of external_id, categories,"],
    ["item:\n  title: id", "mapping.yaml:1:1: : 'item' needs an 'external_id'"],
    [`${item}  title: Name`, "mapping.yaml:3:10: : there is no column 'Name'; the file has 'id', 'group', 'price'"],
    [`${item}  title: "{group"`, "mapping.yaml:3:10: : the text of 'title' has a { without its }"],
    [`${item}  title: "{group} {price"`, "mapping.yaml:3:10: : the text of 'title' has a { without its }"],
    [`${item}  custom_metadata: { a: "{group" }`, "mapping.yaml:3:25: : the text of 'a' has a { without its }"],
    [`${item}  title: [id]`, "mapping.yaml:3:3: : expected for 'title' a column's name"],
    [`${item}delimeter: ";"`, "mapping.yaml:3:1: : 'delimeter' is no setting; expected item, variant, delimiter,"],
    [`${item}toString: ";"`, "mapping.yaml:3:1: : 'toString' is no setting; expected item, variant, delimiter,"],
    [`${item}constructor: ";"`, "mapping.yaml:3:1: : 'constructor' is no setting; expected item, variant,"],
    [`${item}delimiter: ";;"`, "mapping.yaml:3:1: : expected for 'delimiter' one character in quotes"],
    [`${item}  - a`, "mapping.yaml:3:1: : A block sequence may not be used as an implicit map key"],
    ["", "mapping.yaml:1:1: : the mapping needs 'item', with its 'external_id'"],
  ])("%j is a mistake", async (map, problem) => {
    const { problems } = await read("items.csv", "id,group,price\na,b,1", map);
    expect(problems.join("\n")).toContain(problem);
  });

  test("rows of one item that contradict each other are told", async () => {
    const map = `${item}  title: name\nvariant:\n  external_id: sku\n  price: price`;
    const { problems } = await read("items.csv", "id,name,sku,price\na,A,1,1\na,,2,2\na,B,3,3", map);
    expect(problems).toEqual([expect.stringMatching(/^items\.csv:4:3: name: 'B' is not what .*:2:3 says/)]);
  });

  test("an empty cell of a description is an empty description, and a text that needs the cell is none", async () => {
    const text = "id,about\na,\nb,B";
    const { records } = await read("items.csv", text, `${item}  description: about`);
    expect(records.map(({ attributes }) => attributes)).toEqual([{ description: "" }, { description: "B" }]);
    const made = await read("items.csv", text, `${item}  description: "About {about}"`);
    expect(made.records.map(({ attributes }) => attributes)).toEqual([{}, { description: "About B" }]);
  });

  test("numbers are read as the mapping says, and no other way", async () => {
    const map = `decimal: ","\ndelimiter: ";"\n${item}  price: price`;
    const { records, problems } = await read("items.csv", "id;price\na;1234,5\nb;1.234", map);
    expect(records[0]?.attributes.price).toBe(1234.5);
    expect(problems).toEqual([expect.stringContaining("items.csv:3:3: price: expected a price such as 12 or 12.5")]);
  });
});

describe("NDJSON and JSON", () => {
  test("a record a line", async () => {
    const { records, problems } = await readFile(join(samples, "catalog.ndjson"), {});
    expect(problems.count).toBe(0);
    expect(ids(records)).toEqual(["garden", "trowel", "twine", "twine-green"]);
  });

  test("the form of the mock's fixtures, or a list", async () => {
    const { records } = await readFile(join(samples, "catalog.json"), {});
    expect(ids(records)).toEqual(["garden", "trowel", "trowel-small"]);
    const list = await read("list.json", JSON.stringify([{ type: "catalog-category", external_id: "a", name: "A" }]));
    expect(ids(list.records)).toEqual(["a"]);
  });

  test("every wrong value has its own place, and right lines are no reason to stop", async () => {
    const lines = [
      '{"type": "catalog-item", "external_id": "a", "price": "12"}',
      '{"type": "catalog-item", "external_id": ""}',
      '{"type": "catalog-item", "external_id": "b", "images": ["here"], "custom_metadata": {"a": {}}}',
      '{"type": "catalog-item", "external_id": "c", "colour": "red"}',
      '{"type": "shirt"}',
      '{"type": "catalog-item",}',
      "[]",
    ];
    const { problems } = await read("all.ndjson", lines.join("\n"));
    expect(problems.map((problem) => problem.split(": ").slice(0, 2).join(" "))).toEqual([
      "all.ndjson:1:55 price",
      "all.ndjson:2:41 external_id",
      "all.ndjson:3:56 images",
      "all.ndjson:3:85 custom_metadata",
      "all.ndjson:4:56 colour",
      "all.ndjson:5:10 ",
      "all.ndjson:6:25 ",
      "all.ndjson:7:1 ",
    ]);
  });

  test("a line ends where NDJSON says, and nowhere else", async () => {
    const lines = ["A\u2028B", "C\rD"].map((name) =>
      JSON.stringify({ type: "catalog-category", external_id: name, name }),
    );
    const { records, problems } = await read("a.ndjson", `${lines.join("\r\n")}\r\n`);
    expect(problems).toEqual([]);
    expect(ids(records)).toEqual(["A\u2028B", "C\rD"]);
  });

  test("an id that is there twice is told also when other things are wrong with it", async () => {
    const line = '{"type":"catalog-item","external_id":"a","price":"12"}';
    const { problems } = await read("a.ndjson", `${line}\n${line}`);
    expect(problems).toEqual([
      expect.stringContaining("a.ndjson:1:50: price: "),
      "a.ndjson:2:38: external_id: 'a' is there already, at a.ndjson:1:38",
      expect.stringContaining("a.ndjson:2:50: price: "),
    ]);
  });

  test("halves of letters are told where they stand, in whatever value", async () => {
    const lines = [
      String.raw`{"type":"catalog-item","external_id":"bad\ud83d","images":["https://shop.example/\udc00"]}`,
      String.raw`{"type":"catalog-item","external_id":"a","custom_metadata":{"\ud83d":1},"categories":["\ud83d"]}`,
      String.raw`{"type":"catalog-variant","external_id":"b","item":"\ud83d","title":"\ud83d\ude00 \\ud83d"}`,
    ];
    const { problems } = await read("a.ndjson", lines.join("\n"));
    expect(problems).toEqual([
      String.raw`a.ndjson:1:38: external_id: expected Unicode, without halves of letters; found "bad\ud83d"`,
      expect.stringContaining("a.ndjson:1:59: images: expected Unicode"),
      expect.stringContaining("a.ndjson:2:60: custom_metadata: expected Unicode"),
      expect.stringContaining("a.ndjson:2:86: categories: expected Unicode"),
      expect.stringContaining("a.ndjson:3:52: item: expected Unicode"),
    ]);
  });

  test("a record that is too large for a request is told", async () => {
    const lines = [4_900_000, 4_985_000].map((size, index) =>
      JSON.stringify({ type: "catalog-item", external_id: `${index}`, description: "x".repeat(size) }),
    );
    expect((await read("a.ndjson", lines.join("\n"))).problems).toEqual([
      "a.ndjson:2:1: : the catalog-item has 4.99 MB, and fits into a request of the API up to 4.98 MB",
    ]);
  });

  test("JSON that is too large to be read whole is refused", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sync-input-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "all.json");
    await writeFile(file, "");
    await truncate(file, 51_000_000);
    const { problems } = await readFile(file, {});
    expect(problems.listed.map(({ message }) => message)).toEqual([
      "the file has 51 MB, and JSON is read only up to 50 MB; write NDJSON, which may have any size",
    ]);
  });

  test("null clears what a record can be without, and nothing else", async () => {
    const { problems } = await read("a.ndjson", '{"type":"catalog-item","external_id":"a","price":null,"title":null}');
    expect(problems).toEqual([expect.stringContaining("title: expected a text that is not empty; found null")]);
  });

  test("a name that an object has twice is told where it stands again", async () => {
    const line = String.raw`{"type":"catalog-category","external_id":"a\"b\\","name":": \":","name":"B"}`;
    expect((await read("a.ndjson", line)).problems).toEqual([
      `a.ndjson:1:${line.lastIndexOf('"name"') + 1}: : 'name' is there already in the same object`,
    ]);
    expect((await read("a.ndjson", line.replace(',"name":"B"', ""))).problems).toEqual([]);
    const text =
      '{"items": [{"external_id": "a", "custom_metadata": {"k": 1,\n "\\u006b" : "l:"}}], "variants": [], "items": []}';
    expect((await read("a.json", text)).problems).toEqual([
      "a.json:2:2: : 'k' is there already in the same object",
      "a.json:2:38: : 'items' is there already in the same object",
    ]);
  });

  test("places in JSON count lines", async () => {
    const text = '{\n  "items": [\n    { "external_id": "a",\n      "url": "nowhere" }\n  ],\n  "shirts": []\n}';
    const { problems } = await read("all.json", text);
    expect(problems).toEqual([
      expect.stringContaining("all.json:4:14: url: expected a web address"),
      "all.json:6:13: : 'shirts' is none of categories, items, variants",
    ]);
  });

  test.each([
    ["a.json", "", "a.json:1:1: : this is not JSON: "],
    ["a.json", '{"items": [}', "a.json:1:12: : this is not JSON: "],
    ["a.json", '"text"', "a.json:1:1: : expected an object with categories, items, variants, or a list"],
    ["a.json", '{"items": {}}', "a.json:1:11: : expected a list in 'items'"],
    ["a.ndjson", "\n", "a.ndjson:1:1: : there are no records in it"],
    ["a.txt", "", "a.txt:1:1: : expected a name that ends in .csv, .ndjson, .jsonl or .json"],
  ])("%s with %j is refused", async (name, text, problem) => {
    expect((await read(name, text)).problems[0]).toContain(problem);
  });

  test("what another run has left over is known for it", async () => {
    const line = '{"type":"catalog-category","external_id":"a","name":"A","error":"409 …","source":"a.csv"}';
    const { records, isLeftover } = await read("a.errors.ndjson", line);
    expect(isLeftover).toBe(true);
    expect(records[0]).toMatchObject({ attributes: { name: "A" }, source: "a.csv" });
    const { problems } = await read("a.ndjson", line.replace('"error":"409 …",', ""));
    expect(problems).toEqual([expect.stringContaining("source: a catalog-category has none")]);
  });
});

// Exports of real shops are not part of the project.
const data = process.env.KLAVIYO_DATA_DIR;

describe.skipIf(data === undefined)("KLAVIYO_DATA_DIR: exports of real shops", () => {
  test.each([
    ["apparel.csv", 20, 22],
    ["home-and-garden.csv", 20, 21],
  ])("%s", async (name, items, variants) => {
    const { records, problems } = await readFile(join(data ?? "", name), { shop });
    expect(problems.count).toBe(0);
    const count = (type: string) => records.filter((record) => record.type === type).length;
    expect([count("catalog-item"), count("catalog-variant")]).toEqual([items, variants]);
  });
});
