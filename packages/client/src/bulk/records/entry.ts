import type { BulkAction, BulkType, JobAction } from "./bulk-record.ts";
import { catalogKinds } from "./catalog-kinds.ts";
import type { Entry, Resource } from "./chunk.ts";
import { hashText } from "./hash-text.ts";

/** Bytes that the API takes in one request. */
export const mostBytes = 5_000_000;
/** What stands around the records of a request, with room to spare. */
export const envelopeBytes = 10_000;

/** What a record has beside its attributes, with what only an answer has. */
const besideAttributes = ["type", "id", "attributes", "relationships", "links", "meta"];

const encoder = new TextEncoder();
const isAscii = /^[\0-\x7f]*$/;
const halfCharacter = /\p{Surrogate}/u;

/** Characters that an id has in a URL at most: servers refuse longer URLs, and one has other ids beside it. */
const longestId = 2000;
/** What one character of a text can become in a URL: three bytes of three characters each. */
const mostEncoded = 9;

/** Brings a record into the document's shape, and checks what can be checked without asking the API. */
export function entryOf(record: unknown, index: number, action: BulkAction, type: BulkType): Entry {
  let resource: Resource = { type };
  let text = "";
  let detail: string | undefined;
  try {
    resource = resourceOf(record, action, type);
    text = JSON.stringify(resource);
    detail =
      otherTypeIn(record as object, type) ??
      (action === "delete" ? undefined : strayIn(record as object)) ??
      mistakeIn(resource, action, type) ??
      unwritable(resource, text);
  } catch (error) {
    detail = `It cannot be written as JSON: ${(error as Error).message}`;
  }
  // Most texts need no copy of themselves to be measured.
  const size = isAscii.test(text) ? text.length : encoder.encode(text).length;
  const tooLarge = size + envelopeBytes > mostBytes;
  const error = detail
    ? { code: "invalid_record", detail }
    : tooLarge
      ? { code: "record_too_large", detail: `It has ${size} bytes; a request has at most ${mostBytes}.` }
      : undefined;
  const id = error?.code === "invalid_record" ? undefined : idOf(resource);
  return { index, record, id, resource, size, hash: hashText(text)[0] >>> 1, error, chunk: undefined, switched: false };
}

/** A record as a job takes it: what an upsert found to exist is updated with what it would be created with. */
export function resourceFor({ id, resource }: Entry, action: JobAction): Resource {
  if (action !== "update" || resource.id !== undefined) return resource;
  const { type, attributes, relationships } = resource;
  const { external_id, integration_type, catalog_type, ...changes } = attributes ?? {};
  // A variant stays with its item.
  const { item, ...links } = relationships ?? {};
  return { type, id: id as string, attributes: changes, ...(Object.keys(links).length && { relationships: links }) };
}

function resourceOf(record: unknown, action: BulkAction, type: string): Resource {
  // Rows of a database may have no prototype.
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw new TypeError(`it is ${Array.isArray(record) ? "an array" : nameOf(record)}, not an object`);
  }
  const { type: _, id, attributes, relationships, ...flat } = record as Resource & Record<string, unknown>;
  if (action === "delete") return { type, id: id as string };
  return {
    type,
    ...(action === "update" && { id: id as string }),
    // A copy, because a source may give the same object again with other values before this one is sent.
    attributes: attributes ? { ...attributes } : flat,
    ...(relationships && { relationships: { ...relationships } }),
  };
}

/** What is told to be something else would be made what the run makes of all. */
function otherTypeIn({ type }: { type?: unknown }, expected: string): string | undefined {
  if (type === undefined || type === expected) return undefined;
  return `Its type is ${typeof type === "string" ? JSON.stringify(type) : nameOf(type)}; expected "${expected}".`;
}

/** What stands beside attributes would not be sent. */
function strayIn(record: { attributes?: unknown }): string | undefined {
  if (!record.attributes) return undefined;
  const [stray] =
    Object.entries(record).find(([name, value]) => value !== undefined && !besideAttributes.includes(name)) ?? [];
  return stray && `Its ${stray} stands beside its attributes; expected it among them.`;
}

function mistakeIn(
  { id, attributes = {}, relationships }: Resource,
  action: BulkAction,
  type: BulkType,
): string | undefined {
  if (action === "update" || action === "delete")
    return isText(id) ? undefined : `Its id is ${nameOf(id)}; expected a string.`;
  const { strings, numbers } = catalogKinds[type];
  for (const name of strings) {
    if (!isText(attributes[name]) && !(name !== "external_id" && attributes[name] === "")) {
      return `Its ${name} is ${nameOf(attributes[name])}; expected a string.`;
    }
  }
  const number = numbers.find((name) => typeof attributes[name] !== "number");
  if (number) return `Its ${number} is ${nameOf(attributes[number])}; expected a number.`;
  if (type === "catalog-variant" && !isText(relationships?.item?.data?.id)) {
    return "It has no item; expected relationships.item.data to name one.";
  }
  return undefined;
}

/** What JSON or a URL could only hold as something else, so that it is not what the source said. */
function unwritable(resource: Resource, text: string): string | undefined {
  // Most texts show neither, and need no second walk through their record.
  const lost = text.includes("\\ud") || text.includes("null") ? lostIn(resource) : undefined;
  if (lost) return lost;
  const id = idOf(resource);
  if (id.length * mostEncoded <= longestId) return undefined;
  const { length } = encodeURIComponent(id);
  return length > longestId ? `Its id has ${length} characters in a URL; it can have ${longestId}.` : undefined;
}

/** The first value that is another one as JSON. */
function lostIn(resource: Resource): string | undefined {
  let found: string | undefined;
  JSON.stringify(resource, (name, value) => {
    if (halfCharacter.test(name) || (typeof value === "string" && halfCharacter.test(value)))
      found ??= `Its ${name} holds half of a character (a lone surrogate), which no text can have.`;
    if (typeof value === "number" && !Number.isFinite(value))
      found ??= `Its ${name} is ${value}; expected a number that is finite.`;
    return value;
  });
  return found;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function nameOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === "" || value === null) return JSON.stringify(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function idOf({ id, attributes = {} }: Resource): string {
  const { external_id, integration_type, catalog_type } = attributes;
  return id ?? `${integration_type ?? "$custom"}:::${catalog_type ?? "$default"}:::${external_id}`;
}
