import type { SmallApi } from "../../testing/small-api.ts";
import { type Mutate, operations } from "./mutation.ts";
import type { Node } from "./schema-code.ts";

interface Form {
  schema: Node;
  encoding?: Record<string, object>;
}

const forms = ["multipart/form-data", "application/x-www-form-urlencoded"];
const encodings = [
  { contentType: "text/plain" },
  { contentType: "application/json" },
  { style: "form", explode: true },
  { style: "form", explode: false },
  { style: "deepObject", explode: true },
  {},
];

/** What happens to how values are written where they are sent, so that no type shows it. */
export const sendingMutations: Record<string, Mutate> = {
  "write a part of a form in another way": (document, pick, { value }) => {
    const [form] = formsOf(document);
    if (!form) return;
    const name = pick(Object.keys(form.schema.properties ?? {}));
    form.encoding = { ...form.encoding, [name]: encodings[value % encodings.length] ?? {} };
  },
  "write a form as nobody says": (document) => {
    for (const form of formsOf(document)) delete form.encoding;
  },
  "send another kind of form": (document) => {
    for (const operation of operations(document)) {
      const { content } = (operation.requestBody ?? {}) as { content?: Record<string, Form> };
      const media = forms.find((name) => content?.[name]);
      const form = media && content?.[media];
      if (!content || !form) continue;
      for (const other of forms.filter((name) => name !== media)) content[other] = form;
      delete content[media];
    }
  },
  "write a parameter in another way": (document, pick, { value }) => {
    const parameter = pick(queriesOf(document));
    if (value % 3 === 0) parameter.explode = value % 2 === 0;
    else if (value % 3 === 1) parameter.allowReserved = value % 2 === 0;
    else if (isList(parameter.schema as Node)) parameter.style = value % 2 === 0 ? "form" : "pipeDelimited";
  },
  "write a parameter as JSON, or plainly": (document, pick) => {
    const parameter = pick(queriesOf(document)) as { schema?: Node; content?: Record<string, { schema: Node }> };
    const { schema, content } = parameter;
    delete parameter.schema;
    delete parameter.content;
    if (schema) parameter.content = { "application/json": { schema } };
    else if (content?.["application/json"]) parameter.schema = content["application/json"].schema;
  },
  "send something else in a parameter of JSON": (document, pick, { value }) => {
    const schemas = queriesOf(document).flatMap(({ content }) => {
      return content ? Object.values(content as Record<string, { schema: Node }>).map(({ schema }) => schema) : [];
    });
    const { properties = {} } = pick(schemas) ?? {};
    if (!properties.depth) return;
    Object.assign(properties.depth, {
      maximum: value % 2 === 0 ? 20 : 500,
      type: value % 3 === 0 ? "integer" : "number",
    });
  },
};

function queriesOf(document: SmallApi) {
  return operations(document).flatMap(({ parameters }) => parameters.filter((each) => each.in === "query"));
}

function formsOf(document: SmallApi): Form[] {
  return operations(document).flatMap(({ requestBody }) => {
    const { content = {} } = (requestBody ?? {}) as { content?: Record<string, Form> };
    return forms.flatMap((media) => content[media] ?? []);
  });
}

function isList(schema: Node | undefined): boolean {
  return schema !== undefined && [schema.type].flat().includes("array");
}
