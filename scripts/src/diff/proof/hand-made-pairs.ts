import { all, type Edit, none } from "../../testing/edit.ts";
import { smallApiMedia } from "../../testing/small-api.ts";
import { answer, beside, component, create, get, parameter, property, ref, status, thing } from "./api-edits.ts";

type Json = Record<string, unknown>;

/** What a program of one state of the API writes: into a request, and with an answer. */
export interface Program {
  /** Properties of the body beside those that every state demands. */
  sends?: string;
  /** Statements about the call that creates a thing. */
  calls?: string;
  /** Statements about the call that gets a thing: its `Call`, its `Answer` by status, and the `data` of a success. */
  reads?: string;
}

const pet = (type: string[], more: Json = {}) => ({
  type: "object",
  required: ["type"],
  properties: { type: { type: "string", enum: type }, ...more },
});
const cat = pet(["cat"], { lives: { type: "number" } });
const dog = pet(["dog"]);
const folder = (...names: string[]): Edit =>
  all(
    component("Folder", {
      type: "object",
      properties: {
        inside: { type: "array", items: ref("Folder") },
        ...Object.fromEntries(names.map((name) => [name, { type: "string" }])),
      },
    }),
    property("folder", ref("Folder")),
  );

/** Two states of an API, each with a program that uses what only it has. Either may follow the other. */
export const pairs: [name: string, one: Edit, oneProgram: Program, other: Edit, otherProgram: Program][] = [
  [
    "an answer in another media type, with another body",
    none,
    { reads: "data.name;" },
    answer({}, { "text/csv": { schema: { type: "string" } } }),
    { reads: 'type Text = Answer[200]["content"]["text/csv"];' },
  ],
  [
    "an answer in another media type, with the same body",
    none,
    { reads: "data.name;" },
    answer({}, { "application/json": { schema: ref("Thing") } }),
    { reads: 'data.name; type Again = Answer[200]["content"]["application/json"];' },
  ],
  [
    "an object that takes anything, or nothing else",
    thing({ additionalProperties: true }),
    { sends: "other: 1", reads: "data.other;" },
    thing({ additionalProperties: false }),
    {},
  ],
  [
    "a map of numbers, or an empty object",
    property("note", { type: "object", additionalProperties: { type: "number" } }),
    { sends: "note: { a: 1 }", reads: "data.note?.a.toFixed();" },
    property("note", { type: "object", additionalProperties: false }),
    { sends: "note: {}", reads: "const n: undefined = data.note?.a;" },
  ],
  [
    "a map of numbers, or of numbers and texts",
    property("note", { type: "object", additionalProperties: { type: "number" } }),
    { sends: "note: { a: 1 }", reads: "const n: number | undefined = data.note?.a;" },
    property("note", { type: "object", additionalProperties: { oneOf: [{ type: "number" }, { type: "string" }] } }),
    { sends: 'note: { a: "x" }', reads: 'if (data.note?.a === "x") {}' },
  ],
  [
    "required through a part of an allOf",
    beside({}),
    {},
    beside({ required: ["note"] }),
    { sends: 'note: "x"', reads: "data.note?.length;" },
  ],
  [
    "required through a part of an allOf that describes it",
    beside({ properties: { more: { type: "string" } } }),
    {},
    beside({ required: ["more"], properties: { more: { type: "string" } } }),
    { sends: 'more: "x"', reads: "data.more.length;" },
  ],
  [
    "one of two must be there",
    none,
    {},
    thing({ oneOf: [{ required: ["note"] }, { required: ["size"] }] }),
    { sends: 'note: "x"' },
  ],
  [
    "one of two must be there, or both",
    none,
    {},
    thing({ anyOf: [{ required: ["note"] }, { required: ["size"] }] }),
    { sends: 'note: "x"', reads: "const s: number | undefined = data.size;" },
  ],
  [
    "a number, or a whole one, beside a text",
    property("size", { oneOf: [{ type: "number" }, { type: "string" }] }),
    { sends: "size: 1.5", reads: "const s: number | string | undefined = data.size;" },
    property("size", { oneOf: [{ type: "integer" }, { type: "string" }] }),
    { sends: "size: 1", reads: "const s: number | string | undefined = data.size;" },
  ],
  [
    "int64 on a whole number",
    property("size", { type: "integer" }),
    { sends: "size: 1", reads: "const s: number | undefined = data.size;" },
    property("size", { type: "integer", format: "int64" }),
    { sends: "size: 1", reads: "const s: number | undefined = data.size;" },
  ],
  [
    "a longest length",
    property("note", { type: "string", maxLength: 5 }),
    { sends: 'note: "x"', reads: "const s: string | undefined = data.note;" },
    property("note", { type: "string" }),
    { sends: 'note: "x"', reads: "const s: string | undefined = data.note;" },
  ],
  [
    "an open object that describes a property",
    thing({ additionalProperties: true }),
    { sends: "extra: 1", reads: "const e: unknown = data.extra;" },
    all(thing({ additionalProperties: true }), property("extra", { type: "string" })),
    { sends: 'extra: "x"', reads: "const e: string | undefined = data.extra;" },
  ],
  [
    "a kind of a oneOf with another value",
    property("pet", { oneOf: [cat, dog] }),
    { sends: 'pet: { type: "cat", lives: 1 }', reads: 'const t: "cat" | "dog" | undefined = data.pet?.type;' },
    property("pet", { oneOf: [pet(["cat", "tiger"], { lives: { type: "number" } }), dog] }),
    { sends: 'pet: { type: "tiger" }', reads: 'if (data.pet?.type === "tiger") {}' },
  ],
  [
    "another kind in a oneOf",
    property("pet", { oneOf: [cat, dog] }),
    { sends: 'pet: { type: "dog" }', reads: 'const t: "cat" | "dog" | undefined = data.pet?.type;' },
    property("pet", { oneOf: [cat, dog, pet(["fish"])] }),
    { sends: 'pet: { type: "fish" }', reads: 'if (data.pet?.type === "fish") {}' },
  ],
  [
    "null in a list of types",
    property("note", { type: ["string"] }),
    { sends: 'note: "x"', reads: "const s: string | undefined = data.note;" },
    property("note", { type: ["string", "null"] }),
    { sends: "note: null", reads: "const s: string | null | undefined = data.note;" },
  ],
  [
    "null in an enum of a list of types",
    property("note", { type: ["string", "null"], enum: ["a", null] }),
    { sends: "note: null", reads: 'const s: "a" | null | undefined = data.note;' },
    property("note", { type: ["string", "null"], enum: ["a"] }),
    { sends: 'note: "a"', reads: 'const s: "a" | undefined = data.note;' },
  ],
  [
    "an empty object, or any",
    property("note", { type: "object", additionalProperties: false }),
    { sends: "note: {}", reads: "const n: undefined = data.note?.a;" },
    property("note", { type: "object" }),
    { sends: "note: { a: 1 }", reads: 'if (typeof data.note?.a === "string") data.note.a.length;' },
  ],
  [
    "what a value must not be",
    none,
    {},
    property("note", { type: "string", not: { enum: ["x"] } }),
    { sends: 'note: "y"' },
  ],
  [
    "a property that needs another",
    none,
    {},
    thing({ dependentRequired: { note: ["size"] } }),
    { sends: 'note: "x", size: 1' },
  ],
  [
    "a schema that contains itself, one level down",
    folder("name"),
    { sends: 'folder: { inside: [{ name: "x" }] }', reads: "data.folder?.inside?.[0]?.inside?.[0]?.name;" },
    folder("name", "path"),
    { sends: 'folder: { inside: [{ path: "x" }] }', reads: "data.folder?.inside?.[0]?.path;" },
  ],
  [
    "a parameter that may be left out",
    none,
    {},
    parameter({ schema: { type: "string" } }),
    { reads: 'const c: Call["query"] = { extra: "x" };' },
  ],
  [
    "a parameter that must be there",
    none,
    { reads: 'const c: Call["query"] = {};' },
    parameter({ required: true, schema: { type: "string" } }),
    { reads: 'const c: Call["query"] = { extra: "x" };' },
  ],
  [
    "a parameter of more types",
    parameter({ schema: { type: "number" } }),
    { reads: 'const c: Call["query"] = { extra: 1 };' },
    parameter({ schema: { oneOf: [{ type: "number" }, { type: "string" }] } }),
    { reads: 'const c: Call["query"] = { extra: "x" };' },
  ],
  [
    "a parameter's explode, of a list of types",
    parameter({ explode: true, schema: { type: ["array", "null"], items: { type: "string" } } }),
    { reads: 'const c: Call["query"] = { extra: ["x"] };' },
    parameter({ explode: false, schema: { type: ["array", "null"], items: { type: "string" } } }),
    { reads: 'const c: Call["query"] = { extra: ["x"] };' },
  ],
  [
    "a success with another body",
    none,
    { reads: "data.name;" },
    status("202", { type: "object", required: ["job"], properties: { job: { type: "string" } } }),
    { reads: "type Job = Answer[202];" },
  ],
  [
    "a success with the same body",
    none,
    { reads: "data.name;" },
    status("203", ref("Thing")),
    { reads: "data.name; type Again = Answer[203];" },
  ],
  [
    "a success with the same body, and with another in a second media type",
    none,
    { reads: "data.name;" },
    status("203", ref("Thing"), { "text/csv": { schema: { type: "string" } } }),
    { reads: 'type Text = Answer[203]["content"]["text/csv"];' },
  ],
  [
    "a success that has a body, beside one that has another",
    status("202"),
    { reads: "const t: { name: string } | undefined = data;" },
    status("202", { type: "object", required: ["job"], properties: { job: { type: "string" } } }),
    { reads: 'type Job = Answer[202]["content"]["application/vnd.api+json"];' },
  ],
  [
    "a success with a body of its own, beside one that has none",
    status("202"),
    { reads: "const t: { name: string } | undefined = data;" },
    all(status("202"), status("203", { type: "string" })),
    { reads: "type Text = Answer[203];" },
  ],
  [
    "a new property that another part of an allOf requires",
    beside({}),
    {},
    all(property("more", { type: "string" }), beside({ required: ["more"] })),
    { sends: 'more: "x"', reads: "data.more?.length;" },
  ],
  [
    "an operation id that looks like a reference",
    all(get({ operationId: "things#get" }), property("note", { type: "string" })),
    { sends: 'note: "x"', reads: "const s: string | undefined = data.note;" },
    all(get({ operationId: "things#get" }), property("note", { type: "number" })),
    { sends: "note: 1", reads: "const s: number | undefined = data.note;" },
  ],
  [
    "a header that is certain",
    answer({ headers: { "X-Count": { required: true, schema: { type: "string" } } } }),
    { reads: 'const h: string = (null! as Answer[200]).headers["X-Count"];' },
    answer({ headers: { "X-Count": { schema: { type: "string" } } } }),
    { reads: 'const h: string | undefined = (null! as Answer[200]).headers["X-Count"];' },
  ],
  [
    "a body that may be left out",
    none,
    {},
    create({ requestBody: { content: { [smallApiMedia]: { schema: ref("Thing") } } } }),
    { calls: 'const call: Pick<routes["POST"]["/api/things"], "requestBody"> = {};' },
  ],
  [
    "an object in a request that takes anything now",
    folder("name"),
    { sends: 'folder: { inside: [{ name: "x" }] }', reads: "data.folder?.inside?.[0]?.name?.length;" },
    all(folder("name"), property("folder", { type: "object" })),
    { sends: "folder: { inside: 1 }", reads: "data.folder?.other;" },
  ],
];
