import type { SmallApi } from "../../testing/small-api.ts";
import { type Mutate, scalar } from "./mutation.ts";
import type { Node } from "./schema-code.ts";

interface Incoming {
  requestBody: { required?: boolean; content: Record<string, { schema: Node }> };
  responses: Record<string, object>;
}

/** What happens to the requests that the API makes, and that programs answer. */
export const incomingMutations: Record<string, Mutate> = {
  "call with a property more": (document, pick, { value }) => {
    const { properties } = bodyOf(pick(incoming(document)));
    if (properties) properties[`more${value % 2}`] = scalar(value);
  },
  "call with a property less": (document, pick) => {
    const body = bodyOf(pick(incoming(document)));
    const name = pick(Object.keys(body.properties ?? {}));
    delete body.properties?.[name];
    body.required = body.required?.filter((other) => other !== name);
  },
  "call without a body at times": (document, pick) => {
    const { requestBody } = pick(incoming(document));
    requestBody.required = !requestBody.required;
  },
  "expect another answer to a call": (document, pick, { value }) => {
    const { responses } = pick(incoming(document));
    const schema = { type: "object", required: value % 2 === 0 ? ["ok"] : ["ok", "next"], properties: answer(value) };
    const status = value % 3 === 0 ? "202" : "200";
    responses[status] = { description: "", content: { "application/json": { schema } } };
  },
  "stop to call, or start to": (document, _, { value }) => {
    const document_ = document as SmallApi & { webhooks?: Record<string, object> };
    const { created, ...others } = document_.webhooks ?? {};
    if (value % 4 === 0) document_.webhooks = others;
    else document_.webhooks = { ...document_.webhooks, [`also${value % 2}`]: structuredClone(created ?? {}) };
  },
};

const answer = (value: number) => ({
  ok: value % 5 === 0 ? { type: "string" } : { type: "boolean" },
  next: { type: "array", items: { $ref: "#/components/schemas/Folder" } },
});

/** The webhooks, and the callbacks of operations. */
function incoming(document: SmallApi): Incoming[] {
  const found: Incoming[] = [];
  const visit = (node: unknown, isInside: boolean) => {
    if (typeof node !== "object" || node === null) return;
    if (isInside && "requestBody" in node) found.push(node as Incoming);
    for (const [key, child] of Object.entries(node))
      visit(child, isInside || key === "webhooks" || key === "callbacks");
  };
  visit(document, false);
  return found;
}

function bodyOf({ requestBody }: Incoming): Node {
  return Object.values(requestBody.content)[0]?.schema ?? {};
}
