import { expect, test } from "vitest";
import { parseSpec } from "../document/read-document.ts";
import { lintedApi } from "../testing/small-workspace.ts";
import { generateTypes } from "./types.ts";

type Json = Record<string, unknown>;

const typesOf = (edit: (schema: Json) => void) => {
  const document = lintedApi("2026-01-15", ({ components }) => edit(components.schemas.Thing as Json));
  return generateTypes(parseSpec(JSON.stringify(document), "hostile.json").document);
};

test.each(["valueOf", "hasOwnProperty", "isPrototypeOf", "toLocaleString"])(
  "a key %s is one clear error",
  async (key) => {
    const types = typesOf((schema) => Object.assign(schema, { [key]: null }));
    await expect(types).rejects.toMatchObject({
      name: "SpecError",
      message: `types cannot be made of it: openapi-typescript fails at the key "${key}" of /components/schemas/Thing; rename it`,
    });
  },
);

test.each(["constructor", "toString"])("a property called %s is one like others", async (name) => {
  const types = await typesOf((schema) => {
    schema.properties = { ...(schema.properties as Json), [name]: { type: "string" } };
  });
  expect(types).toContain(`${name}?: string`);
});
