/** What stands beside others for readers alone: nothing on the wire depends on it. */
const texts = {
  description: "text",
  summary: "text",
  title: "text",
  externalDocs: "text",
  "x-default": "text",
} as const;
const samples = { example: "text", examples: "examples" } as const;
const sets = { "x-klaviyo-scopes": "set", "x-klaviyo-operation-aliases": "set" } as const;

/**
 * What each keyword of an OpenAPI 3.0 or 3.1 document holds, by the kind of object that it stands in: the one table of
 * every walk through a document. `*` is any other key, in objects whose keys are names, statuses or paths; `x-*` is any
 * extension, where those have other extensions beside them. A keyword that is not listed holds `data`.
 *
 * Some kinds are no objects of OpenAPI: `text` is for readers, in `data` nothing is a keyword, `value` is what an API
 * sends as it stands, `set` is a list whose order says nothing, and `mapping` leads to schemas by name or by reference.
 * A list has the kind of its elements.
 */
const keywords = {
  document: {
    ...texts,
    info: "info",
    servers: "server",
    paths: "paths",
    webhooks: "pathItems",
    components: "components",
    tags: "tag",
  },
  info: { ...texts, contact: "text", license: "text", termsOfService: "text" },
  server: { ...texts, variables: "serverVariables" },
  serverVariables: { "*": "serverVariable" },
  serverVariable: { ...texts, enum: "set" },
  tag: texts,
  components: {
    schemas: "schemas",
    parameters: "parameters",
    responses: "namedResponses",
    requestBodies: "requestBodies",
    headers: "headers",
    examples: "examples",
    links: "links",
    callbacks: "callbacks",
    pathItems: "pathItems",
    securitySchemes: "securitySchemes",
  },
  paths: { "*": "pathItem", "x-*": "data" },
  pathItems: { "*": "pathItem" },
  pathItem: {
    ...texts,
    get: "operation",
    put: "operation",
    post: "operation",
    delete: "operation",
    options: "operation",
    head: "operation",
    patch: "operation",
    trace: "operation",
    parameters: "parameter",
    servers: "server",
  },
  operation: {
    ...texts,
    ...sets,
    tags: "set",
    parameters: "parameter",
    requestBody: "requestBody",
    responses: "responses",
    callbacks: "callbacks",
    servers: "server",
  },
  parameters: { "*": "parameter" },
  parameter: { ...texts, ...samples, schema: "schema", content: "content" },
  requestBodies: { "*": "requestBody" },
  requestBody: { ...texts, content: "content" },
  responses: { "*": "response", "x-*": "data" },
  namedResponses: { "*": "response" },
  response: { ...texts, headers: "headers", content: "content", links: "links" },
  headers: { "*": "header" },
  header: { ...texts, ...samples, schema: "schema", content: "content" },
  content: { "*": "mediaType" },
  mediaType: { ...texts, ...samples, schema: "schema", encoding: "encodings" },
  encodings: { "*": "encoding" },
  encoding: { headers: "headers" },
  links: { "*": "link" },
  link: { ...texts, server: "server" },
  callbacks: { "*": "callback" },
  callback: { "*": "pathItem", "x-*": "data" },
  examples: { "*": "example" },
  example: texts,
  securitySchemes: { "*": "securityScheme" },
  securityScheme: { ...texts, flows: "flows" },
  flows: { "*": "flow", "x-*": "data" },
  flow: texts,
  schemas: { "*": "schema" },
  schema: {
    ...texts,
    // A list of values, which is no map of examples as it is elsewhere.
    example: "text",
    examples: "text",
    $comment: "text",
    default: "value",
    const: "value",
    type: "set",
    enum: "set",
    required: "set",
    properties: "schemas",
    patternProperties: "schemas",
    dependentSchemas: "schemas",
    $defs: "schemas",
    definitions: "schemas",
    items: "schema",
    prefixItems: "schema",
    additionalItems: "schema",
    unevaluatedItems: "schema",
    contains: "schema",
    additionalProperties: "schema",
    unevaluatedProperties: "schema",
    propertyNames: "schema",
    contentSchema: "schema",
    allOf: "schema",
    anyOf: "schema",
    oneOf: "schema",
    not: "schema",
    if: "schema",
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: "schema",
    else: "schema",
    discriminator: "discriminator",
  },
  discriminator: { mapping: "mapping" },
  mapping: {},
  set: {},
  text: {},
  value: {},
  data: {},
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** The keywords that hold a list of objects, wherever they are keywords; the others hold one. */
const lists = new Set(["parameters", "servers", "tags", "allOf", "anyOf", "oneOf", "prefixItems"]);

export type Kind = keyof typeof keywords;

const table: Readonly<Record<Kind, Readonly<Record<string, Kind>>>> = keywords;

/** The kind of what stands under `key` of an object of `kind`; elements of a list have the kind of the list. */
export function kindAt(kind: Kind, key: string): Kind {
  const held = table[kind];
  if (key !== "*" && Object.hasOwn(held, key)) return held[key] ?? "data";
  if (key.startsWith("x-") && held["x-*"]) return held["x-*"];
  return held["*"] ?? "data";
}

/** Whether a keyword that holds objects with keywords holds a list of them. */
export function holdsList(keyword: string): boolean {
  return lists.has(keyword);
}

/** Whether the keys of such an object are names that somebody chose, so that none of them is a keyword. */
export function hasNames(kind: Kind): boolean {
  return table[kind]["*"] !== undefined;
}

/** Whether an object of this kind says nothing but words and samples. */
export function isText(kind: Kind): boolean {
  return kind === "text" || kind === "example" || kind === "examples";
}

/** Under which key of `components` objects of this kind are shared. */
export function sectionOf(kind: Kind): string | undefined {
  return Object.keys(table.components).find((section) => table[kindAt("components", section)]["*"] === kind);
}

const plain = new Set<Kind>(["text", "data", "value", "set", "mapping"]);

/** Whether keywords and references mean something in an object of this kind. */
export function hasKeywords(kind: Kind): boolean {
  return !hasNames(kind) && !plain.has(kind);
}

/** Whether there can be keywords in what an object of this kind holds. */
export function isWalked(kind: Kind): boolean {
  return !plain.has(kind);
}
