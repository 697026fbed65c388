import type { Edit } from "../../testing/edit.ts";
import { smallApiMedia } from "../../testing/small-api.ts";

type Json = Record<string, unknown>;

export const thing = (more: Json): Edit => {
  return ({ components }) => Object.assign(components.schemas.Thing ?? {}, more);
};
export const property = (name: string, schema: Json): Edit => {
  return ({ components }) => Object.assign(components.schemas.Thing?.properties ?? {}, { [name]: schema });
};
export const component = (name: string, schema: Json): Edit => {
  return ({ components }) => Object.assign(components.schemas, { [name]: schema });
};
export const get = (more: Json): Edit => {
  return ({ paths }) => Object.assign(paths["/api/things/{id}"]?.get ?? {}, more);
};
export const create = (more: Json): Edit => {
  return ({ paths }) => Object.assign(paths["/api/things"]?.post ?? {}, more);
};
export const parameter = (more: Json): Edit => {
  return ({ paths }) => paths["/api/things/{id}"]?.get?.parameters.push({ name: "extra", in: "query", ...more });
};
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const answer = (more: Json, content: Json = {}): Edit =>
  get({
    responses: {
      "200": { description: "A thing.", content: { [smallApiMedia]: { schema: ref("Thing") }, ...content }, ...more },
    },
  });
export const status = (code: string, schema?: Json, content: Json = {}): Edit => {
  return ({ paths }) =>
    Object.assign(paths["/api/things/{id}"]?.get?.responses ?? {}, {
      [code]: { description: "Another.", ...(schema && { content: { [smallApiMedia]: { schema }, ...content } }) },
    });
};
export const beside = (part: Json): Edit => {
  return ({ components }) => {
    Object.assign(components.schemas, { Base: components.schemas.Thing });
    components.schemas.Thing = { allOf: [ref("Base"), part] } as never;
  };
};
