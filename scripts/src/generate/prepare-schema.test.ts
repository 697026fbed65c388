import { expect, test } from "vitest";
import { parseSpec } from "../document/read-document.ts";
import { compileTypes } from "./compile-types.ts";
import { documentOutputs } from "./outputs.ts";

/** What a program that names the schemas of a document is told. */
function complaints(schemas: object, program: string, version = "3.1.0"): string[] {
  const { document } = parseSpec(JSON.stringify({ openapi: version, components: { schemas } }), "spec.json");
  const types = documentOutputs(document, "spec.json").get("types.ts") ?? "";
  const equal = `import type { Schema } from "./types.ts";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const check = <_ extends true>() => {};\n`;
  const compiled = compileTypes({ "/types.ts": types, "/probe.ts": equal + program });
  return compiled
    .getSemanticDiagnostics(compiled.getSourceFile("/probe.ts"))
    .map(({ messageText }) => (typeof messageText === "string" ? messageText : messageText.messageText));
}

const Thing = {
  type: "object",
  required: ["size"],
  properties: { size: { type: "number" }, name: { type: "string" } },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("what stands beside a $ref holds in 3.1, and only `nullable` in 3.0", () => {
  const Named = { ...ref("Thing"), required: ["name"], properties: { own: { type: "boolean" } } };
  const OrNull = { ...ref("Thing"), nullable: true };
  const now = `const named: Schema<"Named"> = { size: 1, name: "a", own: true };
    check<Equal<Schema<"Named">["name"], string>>();`;
  expect(complaints({ Thing, Named }, now)).toEqual([]);
  expect(complaints({ Thing, Named, OrNull }, 'check<Equal<Schema<"Named">, Schema<"Thing">>>();', "3.0.3")).toEqual(
    [],
  );
  expect(complaints({ Thing, OrNull }, 'const none: Schema<"OrNull"> = null;', "3.0.3")).toEqual([]);
});

test("`required` beside `allOf` holds for what its parts have, and where they may be null", () => {
  const schemas = {
    Thing,
    OrNull: { ...Thing, type: ["object", "null"] },
    Named: { allOf: [ref("Thing")], required: ["name", "toString", "elsewhere"] },
    NamedOrNull: { allOf: [ref("OrNull")], required: ["name"] },
  };
  const program = `check<Equal<Schema<"Named">["name"], string>>();
    check<Equal<NonNullable<Schema<"NamedOrNull">>["name"], string>>();`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("additional properties are not those that have a name", () => {
  const schemas = {
    Open: { ...Thing, additionalProperties: true },
    Closed: { ...Thing, additionalProperties: false },
    Typed: { ...Thing, additionalProperties: { type: "boolean" } },
    Map: { type: "object", additionalProperties: ref("Closed") },
  };
  const program = `const typed: Schema<"Typed"> = { size: 1, name: "a", other: true };
    const size: number = typed.size;
    check<Equal<Schema<"Open">["other"], unknown>>();
    check<Equal<Schema<"Map">["any"], Schema<"Closed">>>();
    // @ts-expect-error: closed
    const closed: Schema<"Closed"> = { size: 1, other: true };`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("true and false are schemas wherever a schema may stand", () => {
  const schemas = {
    Any: { allOf: [true, Thing] },
    One: { oneOf: [false, { type: "string" }] },
    List: { type: "array", items: false },
    Object: { type: "object", properties: { any: true, none: false } },
  };
  const program = `check<Equal<Schema<"Any">["size"], number>>();
    check<Equal<Schema<"One">, string>>();
    check<Equal<Schema<"List">, never[]>>();
    check<Equal<Schema<"Object">, { any?: unknown; none?: never }>>();`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("a discriminator maps by name, by reference and not at all", () => {
  const kind = (own: object) => ({ type: "object", properties: { kind: { type: "string" }, ...own } });
  const schemas = {
    Cat: kind({ lives: { type: "number" } }),
    "Dog/House~1": kind({ barks: { type: "boolean" } }),
    Pet: {
      oneOf: [ref("Cat"), { $ref: "#/components/schemas/Dog~1House~01" }],
      discriminator: {
        propertyName: "kind",
        mapping: {
          cat: "Cat",
          dog: "#/components/schemas/Dog~1House~01",
          fish: "fish.json",
          bird: "https://a.example",
        },
      },
    },
  };
  const program = `declare const pet: Schema<"Pet">;
    if (pet.kind === "cat") check<Equal<typeof pet.lives, number | undefined>>();
    else check<Equal<typeof pet.kind, "dog">>();`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("an enum or a constant says all, of objects and of null, too", () => {
  const schemas = {
    Objects: { type: "object", enum: [{ a: 1 }, null] },
    Null: { const: null },
    Wrong: { type: "object", enum: ["a"], properties: { a: { type: "string" } } },
  };
  const program = `check<Equal<Schema<"Objects">, { a: 1 } | null>>();
    check<Equal<Schema<"Null">, null>>();
    check<Equal<Schema<"Wrong">, { a?: string }>>();`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("an enum without null is never null, and a list of types does not say otherwise", () => {
  const schemas = {
    Text: { type: ["string", "null"], enum: ["a"] },
    TextOrNull: { type: ["string", "null"], enum: ["a", null] },
  };
  const program = `check<Equal<Schema<"Text">, "a">>();
    check<Equal<Schema<"TextOrNull">, "a" | null>>();`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("members that only demand properties leave the type as it is", () => {
  const demands = [{ required: ["size"] }, { required: ["name"], type: "object", title: "By name" }];
  const schemas = {
    Thing,
    Any: { ...Thing, anyOf: demands },
    One: { ...Thing, oneOf: demands },
    Beside: { allOf: [ref("Thing")], anyOf: demands },
    Typed: { ...Thing, anyOf: [{ required: ["more"], properties: { more: { type: "string" } } }] },
  };
  const program = `type Thing = { size: number; name?: string };
    check<Equal<Schema<"Any">, Thing>>();
    check<Equal<Schema<"One">, Thing>>();
    check<Equal<Schema<"Beside">, Schema<"Thing">>>();
    const typed: Schema<"Typed"> = { more: "a" };
    // @ts-expect-error neither what the schema describes, nor what its member does
    const wrong: Schema<"Typed"> = { more: 1 };`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("a closed object of no properties is empty, unless others describe it, too", () => {
  const closed = { type: "object", additionalProperties: false };
  const schemas = { Closed: closed, Named: { ...closed, properties: {} }, Parts: { ...closed, allOf: [Thing] } };
  const program = `check<Equal<Schema<"Closed">, { [name: string]: never }>>();
    check<Equal<Schema<"Named">, { [name: string]: never }>>();
    const parts: Schema<"Parts"> = { size: 1 };`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("data that looks like a schema is none, nor are definitions a member", () => {
  const looks = { discriminator: { propertyName: "size" }, oneOf: [true], allOf: [true], $ref: "elsewhere.json" };
  const schemas = {
    Thing: { ...Thing, example: looks, default: looks, "x-own": looks, $defs: { Part: { type: "string" } } },
    Part: { $ref: "#/components/schemas/Thing/$defs/Part" },
  };
  const program = `check<Equal<keyof Schema<"Thing">, "size" | "name">>();
    check<Equal<Schema<"Part">, string>>();`;
  expect(complaints(schemas, program)).toEqual([]);
});

test("what does not compile is told with its place, in the output and in the document", () => {
  const schemas = { Loop: { allOf: [ref("Loop"), { type: "object" }] } };
  expect(() => complaints(schemas, "")).toThrow(
    /^what is generated of it does not compile: types\.ts:\d+, at components\.schemas\.Loop: 'Loop' is referenced directly/,
  );
});
