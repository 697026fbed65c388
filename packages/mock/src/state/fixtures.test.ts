import { describe, expect, test } from "vitest";
import { createMock } from "../create-mock.ts";
import { createCaller } from "../testing/create-caller.ts";
import { idOf } from "../testing/inputs.ts";
import { csvFixture } from "./csv-fixture.ts";
import { readCsv } from "./csv-table.ts";
import type { Fixture } from "./fixture.ts";

const shirt = { external_id: "shirt", title: "Shirt", description: "Red", url: "https://shop.example/shirt" };
const small = { ...shirt, external_id: "shirt-s", sku: "S", price: 5, inventory_quantity: 1 };

describe("loading", () => {
  test("categories, items and variants refer to each other by external id", async () => {
    const mock = createMock();
    await mock.state.load({
      variants: [{ ...small, item: "shirt" }],
      items: [{ ...shirt, categories: ["summer"] }],
      categories: [{ external_id: "summer", name: "Summer" }],
    });
    expect(mock.state.items.get(idOf("shirt"))).toMatchObject({
      attributes: { title: "Shirt", published: true },
      related: { variants: [idOf("shirt-s")], categories: [idOf("summer")] },
    });
    const { body } = await createCaller(mock)("GET", `/api/catalog-categories/${idOf("summer")}/items`);
    expect(body.data[0].id).toBe(idOf("shirt"));
  });

  test("an account of its own can be loaded", async () => {
    const mock = createMock({ keys: { pk_a: {}, pk_b: {} } });
    await mock.state.account("pk_b").load({ items: [shirt] });
    expect([mock.state.items.size, mock.state.account("pk_b").items.size]).toEqual([0, 1]);
  });

  test.each([
    [{ items: [shirt, { ...shirt, external_id: "b", price: "5" }] }, "items[1]: 'price' must be number or null."],
    [{ items: [{ ...shirt, colour: "red" }] }, "items[0]: 'colour' is not a field that can be given here."],
    [{ items: [{ ...shirt, title: undefined }] }, "items[0]: The field 'title' is required."],
    [{ items: [{ ...shirt, url: "shirt" }] }, "items[0]: 'url' must be a URL"],
    [{ items: [shirt, shirt] }, `items[1]: The item '${idOf("shirt")}' exists already.`],
    [{ items: [{ ...shirt, categories: ["none"] }] }, `items[0]: The category '${idOf("none")}' does not exist.`],
    [{ variants: [{ ...small, item: "none" }] }, `variants[0]: The item '${idOf("none")}' does not exist.`],
    [{ items: [{ ...shirt, categories: "summer" }] }, "items[0]: 'categories' is a string; expected a list"],
    [{ items: [{ ...shirt, categories: [1] }] }, "items[0]: an external id in 'categories' is a number"],
    [{ items: { shirt } }, "items is an object; expected a list"],
    [{ items: [shirt, null] }, "items[1] is null; expected an object"],
    [null, "the fixture is null; expected an object"],
    [[shirt], "the fixture is a list; expected an object"],
    [{ products: [] }, "'products' is nothing that can be loaded; expected categories, items, variants"],
  ])("what the API would refuse is refused by its place: %j", async (fixture, message) => {
    const { state } = createMock();
    const loading = state.load(fixture as unknown as Fixture);
    await expect(loading).rejects.toMatchObject({ name: "FixtureError", message: expect.stringContaining(message) });
    expect([state.items.size, state.variants.size, state.categories.size]).toEqual([0, 0, 0]);
  });
});

describe("CSV", () => {
  test("quotes hold commas, quotes and line breaks; empty lines and a byte order mark do not matter", () => {
    const text = '\uFEFFa,b\r\n"1,5","say ""hi""\nthere"\r\n\r\n2,\n3';
    expect(readCsv(text).map((row) => [row.text("a"), row.text("b")])).toEqual([
      ["1,5", 'say "hi"\nthere'],
      ["2", ""],
      ["3", ""],
    ]);
  });

  test("a mistake is told with its line", () => {
    expect(() => readCsv('a,b\n"1\n2",3\n4,5,6')).toThrow("line 4 has 3 fields, the first line 2");
    expect(() => readCsv('a\n"1')).toThrow("line 2");
    expect(() => readCsv('a\n1"2')).toThrow("line 2");
    expect(() => readCsv("a,b,a\n1,2,3")).toThrow("the column 'a' is there twice");
  });

  test("a plain table is items, with their categories", async () => {
    const mock = createMock();
    const text = [
      "external_id,title,description,url,price,published,categories",
      "A,Shirt,Red,https://shop.example/a,9.5,false,Summer;Sale",
      "B,Hat,,https://shop.example/b,,,",
    ].join("\n");
    await mock.state.load({ ...csvFixture(text.replace("Hat,,", "Hat,Black,")) });
    expect(mock.state.items.get(idOf("A"))).toMatchObject({
      attributes: { price: 9.5, published: false },
      related: { categories: [idOf("Summer"), idOf("Sale")] },
    });
    expect(mock.state.items.get(idOf("B"))?.attributes).not.toHaveProperty("price");
  });

  test("a value that cannot be read is told with its line and column", () => {
    const table = (price: string, published = "") =>
      csvFixture(`external_id,title,price,published\nA,Shirt,5,\nB,"Hat\nblack",${price},${published}`);
    for (const price of ["$12", '"1,5"', "abc", "1 000"])
      expect(() => table(price)).toThrow(`line 4, column 'price': expected a number such as 12 or 12.5`);
    expect(() => table("1", "yes")).toThrow("line 4, column 'published': expected true or false; found 'yes'");
    expect(table("1", "TRUE").items?.[1]).toMatchObject({ price: 1, published: true });
    const shopify = "Handle,Title,Published,Variant Price,Variant Inventory Qty\nhat,Hat,TRUE,5.00,";
    expect(csvFixture(`${shopify}3`).items?.[0]?.published).toBe(true);
    expect(() => csvFixture(`${shopify}many`)).toThrow("line 2, column 'Variant Inventory Qty'");
  });

  test("a table of something else is refused", () => {
    expect(() => csvFixture("Name,Price\nShirt,5")).toThrow(
      "expected a column 'Handle' or 'external_id'; found Name, Price",
    );
    expect(() => csvFixture("")).toThrow("found nothing");
  });

  test("a Shopify export is items with their variants, images and categories", async () => {
    const mock = createMock();
    const columns =
      "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Value,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Image Src";
    const text = [
      columns,
      'pot,Clay Pot,"<p>Blown <b>clay</b></p>",Company,Garden Ware,"a, b",true,Small,Default Title,,3,deny,9.99,https://cdn.example/1.jpg',
      "pot,,,,,,,Large,,POT-L,0,continue,4.5,https://cdn.example/2.jpg",
      "pot,,,,,,,,,,,,,https://cdn.example/3.jpg",
    ].join("\n");
    await mock.state.load(csvFixture(text));
    expect(mock.state.items.get(idOf("pot"))).toMatchObject({
      attributes: {
        title: "Clay Pot",
        description: "Blown clay",
        price: 4.5,
        images: ["https://cdn.example/1.jpg", "https://cdn.example/2.jpg", "https://cdn.example/3.jpg"],
        custom_metadata: { vendor: "Company", tags: "a, b" },
      },
      related: { categories: [idOf("garden-ware")], variants: [idOf("pot-small"), idOf("POT-L")] },
    });
    expect(mock.state.variants.get(idOf("pot-small"))?.attributes).toMatchObject({
      title: "Small",
      sku: "pot-small",
      price: 9.99,
      inventory_quantity: 3,
      inventory_policy: 1,
    });
    expect(mock.state.categories.get(idOf("garden-ware"))?.attributes.name).toBe("Garden Ware");
  });
});
