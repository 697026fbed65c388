import type { OpenApiDocument } from "../document/openapi.ts";

type Json = Record<string, unknown>;

const media = "application/vnd.api+json";

/**
 * A small API in which one schema, `Thing`, is all that `create_thing` takes and all that `get_thing` answers: a change
 * of it shows in one operation as a request and in the other as an answer.
 */
export function smallApi(edit: (document: SmallApi) => void = () => {}): OpenApiDocument {
  const content = () => ({ [media]: { schema: { $ref: "#/components/schemas/Thing" } as Json } });
  const document = {
    openapi: "3.0.2",
    info: { title: "Small", version: "2026-01-15" },
    servers: [{ url: "https://a.example" }],
    security: [{ Key: [] }] as Json[],
    paths: {
      "/api/things": {
        post: {
          operationId: "create_thing",
          tags: ["Things"],
          parameters: [] as Json[],
          requestBody: { required: true, content: content() } as Json,
          responses: { "204": { description: "Done." } } as Record<string, Json>,
          "x-klaviyo-scopes": ["things:write"],
          "x-klaviyo-ratelimit": { burst: "75/s", steady: "700/m" },
        } as Json & { parameters: Json[]; responses: Record<string, Json> },
      },
      "/api/things/{id}": {
        get: {
          operationId: "get_thing",
          summary: "Get a thing",
          tags: ["Things"],
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "string" } },
            { name: "sort", in: "query", schema: { type: "string", enum: ["created", "-created"] } },
            {
              name: "fields[thing]",
              in: "query",
              explode: false,
              schema: { type: "array", items: { type: "string", enum: ["name", "size"] } },
            },
            { name: "page[size]", in: "query", schema: { type: "integer", default: 20, maximum: 100 } },
            { name: "revision", in: "header", required: true, schema: { type: "string", default: "2026-01-15" } },
          ] as Json[],
          responses: { "200": { description: "A thing.", content: content() } as Json } as Record<string, Json>,
          "x-klaviyo-filters": { name: { operators: { single: ["equals", "contains"] }, value: { type: "string" } } },
        } as Json & { parameters: Json[]; responses: Record<string, Json> },
      },
    } as Record<string, Record<string, Json & { parameters: Json[]; responses: Record<string, Json> }>>,
    components: {
      securitySchemes: { Key: { type: "apiKey", in: "header", name: "Authorization" } } as Json,
      schemas: {
        Thing: {
          type: "object",
          required: ["name", "status", "owner"],
          properties: {
            name: { type: "string", description: "What it is called." },
            note: { type: "string" },
            size: { type: "number" },
            status: { type: "string", enum: ["new", "used"] },
            owner: { $ref: "#/components/schemas/Owner" },
            tags: { type: "array", items: { type: "string", enum: ["red", "blue"] } },
            parent: { $ref: "#/components/schemas/Thing" },
          } as Record<string, Json>,
        },
        Owner: { type: "object", required: ["email"], properties: { email: { type: "string" } } },
      } as Record<string, Json & { required?: string[]; properties: Record<string, Json> }>,
    },
  };
  edit(document);
  return document as unknown as OpenApiDocument;
}

export type SmallApi = {
  servers: Json[];
  security: Json[];
  info: Json;
  paths: Record<string, Record<string, Json & { parameters: Json[]; responses: Record<string, Json> }>>;
  components: {
    securitySchemes: Json;
    schemas: Record<string, Json & { required?: string[]; properties: Record<string, Json> }>;
  };
};

export const smallApiMedia = media;
