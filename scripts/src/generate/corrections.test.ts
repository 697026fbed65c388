import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../document/openapi.ts";
import { applyCorrections, type Correction } from "./corrections.ts";

const correction = (change: Partial<Correction>): Correction => ({
  name: "a-correction",
  at: "",
  merge: {},
  reason: "because",
  source: "a test",
  ...change,
});

const sample = (): OpenApiDocument => ({
  openapi: "3.0.3",
  paths: {
    "/a/{id}": {
      get: {
        parameters: [{ $ref: "#/components/parameters/Id" }, { name: "q", in: "query", schema: { nullable: true } }],
      },
    },
  },
  components: { parameters: { Id: { name: "id", in: "path", schema: { type: "string", nullable: true } } } },
});

describe("applyCorrections", () => {
  test("follows references and changes only what `where` describes", () => {
    const document = sample();
    const rule = correction({
      at: "/paths/*/*/parameters/*",
      where: { in: "path" },
      merge: { schema: { nullable: null } },
    });
    expect(applyCorrections(document, [rule])).toEqual([]);
    expect(document.components?.parameters?.Id).toEqual({ name: "id", in: "path", schema: { type: "string" } });
    expect(document.paths["/a/{id}"]?.get?.parameters?.[1]).toHaveProperty("schema.nullable", true);
  });

  test("reaches a shape in place and behind a reference, and only the members that it names", () => {
    const uri = () => ({ type: "string", format: "uri" });
    const links = () => ({ type: "object", properties: { self: uri(), next: uri() } });
    const answer = (schema: unknown) => ({ content: { a: { schema: { properties: { links: schema } } } } });
    const Links = links();
    const inline = links();
    const document = {
      openapi: "3.0.3",
      paths: {
        "/a": { get: { responses: { 200: answer({ $ref: "#/components/schemas/Links" }), 201: answer(inline) } } },
      },
      components: { schemas: { Links } },
    } as unknown as OpenApiDocument;
    const at = ["/**/links/properties/next", "/**/links/properties/prev"];
    expect(applyCorrections(document, [correction({ at, merge: { nullable: true } })])).toEqual([]);
    for (const { properties } of [Links, inline]) {
      expect(properties).toEqual({ self: uri(), next: { ...uri(), nullable: true } });
    }
  });

  test("answers the corrections that match nothing", () => {
    const gone = correction({ at: "/components/schemas/Gone", merge: { nullable: true } });
    expect(applyCorrections(sample(), [gone])).toEqual([gone]);
  });

  test("answers a correction whose error upstream has mended", () => {
    const mended = correction({ at: "/components/parameters/Id", merge: { name: "id" } });
    expect(applyCorrections(sample(), [mended])).toEqual([mended]);
  });
});
