import { describe, expect, test } from "vitest";
import type { SmallApi } from "../testing/small-api.ts";
import type { FormerOperation } from "./former-operations.ts";
import { migrateText, smallMigration } from "./testing/small-migration.ts";

const thing = ({ components }: SmallApi) => {
  if (!components.schemas.Thing) throw new Error("no such schema");
  return components.schemas.Thing;
};

const migration = await smallMigration((head) => {
  const { properties } = thing(head);
  delete properties.note;
  properties.status = { type: "string", enum: ["new"] };
  properties.name = { type: "string", nullable: true };
  properties.colour = { type: "string" };
  thing(head).required = ["name", "status", "owner", "colour"];
  const get = head.paths["/api/things/{id}"]?.get;
  if (get) get.parameters = get.parameters.filter(({ name }) => name !== "sort");
});

const place = `"/api/things/{id}", { params: { path: { id } } }`;

describe("parts of answers that are read", () => {
  const note = "`note` of the 200 answer is gone; reading it no longer compiles";
  const cases: Record<string, string> = {
    "through the result": `const { data } = await klaviyo.GET(${place});\ndata?.note;`,
    "through the result's name": `const result = await klaviyo.GET(${place});\nresult.data.note;`,
    "after unwrap": `const thing = await unwrap(klaviyo.GET(${place}));\nthing["note"];`,
    "in place": `const x =\n(await unwrap(klaviyo.GET(${place}))).note;`,
    "by destructuring": `const thing = await unwrap(klaviyo.GET(${place}));\nconst { note: text } = thing;`,
  };
  test.each(Object.entries(cases))("%s", (_, text) => {
    expect(migrateText(text, migration).notes).toEqual([`2: ${note}`]);
  });

  test("in loops and callbacks, as elements of lists", () => {
    const text = `for await (const item of paginate(klaviyo, "/api/lists"))
  item.note;
const { data } = await unwrap(klaviyo.GET("/api/lists"));
data.filter((each) => each.size).map(({ note }) => note);
data[0].note;
for (const { note } of data ?? []) print(note);`;
    const list: FormerOperation = {
      method: "GET",
      path: "/api/lists",
      id: "get_lists",
      now: { path: "/api/lists", id: "get_lists" },
      moved: false,
      findings: [
        {
          rule: "property-removed",
          direction: "response",
          bump: "major",
          pointer: "",
          message: "gone",
          by: "compiler",
          detail: { path: ["200", "application/json", "data", "[]", "note"] },
        },
      ],
    };
    const { notes } = migrateText(text, { ...migration, operations: [list] });
    expect(notes).toEqual(["2: gone", "4: gone", "5: gone", "6: gone"]);
  });

  test("what may be missing now is not listed where the program expects that", () => {
    const text = `const thing = await unwrap(klaviyo.GET(${place}));
thing.name ?? "";
thing.name?.length;
thing.name.length;
"" + (thing.name ?? thing.name);`;
    expect(migrateText(text, migration).notes).toEqual([
      "4: `name` of the 200 answer may be null now; reading it must expect that",
      "5: `name` of the 200 answer may be null now; reading it must expect that",
    ]);
  });

  test("the same names elsewhere are not listed", () => {
    const text = `function one() { const data = other(); data.note; }
async function two() { const { data } = await klaviyo.GET(${place}); data.size; }
const { error } = await klaviyo.GET(${place}); error.note; note.note; data.note;`;
    expect(migrateText(text, migration).notes).toEqual([]);
  });
});

describe("parts of requests that are written", () => {
  test("a property and a parameter that are gone", () => {
    const body = `{ name, status: "new", owner, colour, note: "x" }`;
    const text = `klaviyo.POST("/api/things", { body: ${body} });
klaviyo.GET("/api/things/{id}", { params: { path: { id }, query: { sort: "created" } } });`;
    expect(migrateText(text, migration).notes).toEqual([
      "1: `note` of the request body is gone; a literal that sets it no longer compiles",
      "2: the query parameter `sort` is gone; a call that passes it no longer compiles",
    ]);
  });

  test("a value that is no longer taken, but not the others", () => {
    const of = (status: string) => `klaviyo.POST("/api/things", { body: { name, status: ${status}, owner, colour } });`;
    expect(migrateText([of('"new"'), of('"used"'), of("status")].join("\n"), migration).notes).toEqual([
      '2: `status` of the request body no longer takes "used"',
      '3: `status` of the request body no longer takes "used"',
    ]);
  });

  test("a property that must be sent now and is not, if the object is to be seen whole", () => {
    const text = `klaviyo.POST("/api/things", { body: { name, status: "new", owner } });
klaviyo.POST("/api/things", { body: { ...rest } });
klaviyo.POST("/api/things", { body });`;
    expect(migrateText(text, migration).notes).toEqual(["1: `colour` of the request body is new and must be sent"]);
  });
});

describe("filters", async () => {
  const fewer = await smallMigration((head) => {
    const filters = { name: { operators: { single: ["equals"] }, value: { type: "string" } } };
    Object.assign(head.paths["/api/things/{id}"]?.get ?? {}, { "x-klaviyo-filters": filters });
  });
  const call = (filter: string) =>
    `klaviyo.GET("/api/things/{id}", { params: { path: { id }, query: { filter: ${filter} } } });`;
  const note = "1: `contains(name, …)` is no longer a filter";

  test.each([
    [`filter.contains("name", "x")`, [note]],
    [`filter.and(filter.equals("name", "y"), filter.contains("name", "x"))`, [note]],
    [`'equals(name,"y"),contains(name,"x")'`, [note]],
    [`\`contains(name,\${quoted})\``, [note]],
    [`filter.equals("name", "x")`, []],
    [`filter.contains("title", "x")`, []],
    ["where", []],
  ])("%s", (filter, notes) => {
    expect(migrateText(call(filter), fewer).notes).toEqual(notes);
  });
});
