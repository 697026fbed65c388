import { toPointer } from "../document/json-pointer.ts";
import type { OperationEntry } from "../document/list-operations.ts";
import { methods, type OpenApiDocument, type Operation, type PathItem } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import type { OperationPair } from "./match-operations.ts";
import type { Finding } from "./verdict.ts";
import { asRecord } from "./wire/flatten-schema.ts";

/** A request that the API makes and a program answers, with what a sentence calls it. */
export interface IncomingEntry extends OperationEntry {
  label: string;
}

/** The webhooks of a document, by method and name. */
export function listWebhooks(document: OpenApiDocument): IncomingEntry[] {
  return Object.entries(asRecord(document.webhooks)).flatMap(([name, item]) =>
    requestsOf(document, item, ["webhooks", name], `webhooks/${name}`, `the webhook \`${name}\``),
  );
}

/** The callbacks of an operation, by method, name and where they are sent. */
export function listCallbacks(
  document: OpenApiDocument,
  { operation, pointer, path }: OperationEntry,
): IncomingEntry[] {
  const { callbacks } = operation as { callbacks?: unknown };
  return Object.entries(asRecord(callbacks)).flatMap(([name, callback]) =>
    Object.entries(asRecord(resolve(document, callback))).flatMap(([address, item]) =>
      requestsOf(
        document,
        item,
        ["callbacks", name, address],
        `callbacks/${name} ${address} of ${path}`,
        `the callback \`${name}\``,
        pointer,
      ),
    ),
  );
}

/** Callbacks that an operation makes for the first time, and those that a program waits for in vain. */
export function comeAndGone(pairs: readonly OperationPair<IncomingEntry>[]): Finding[] {
  return pairs.flatMap(({ base, head }): Finding[] => {
    const entry = base ?? head;
    if (!entry || (base && head)) return [];
    const [rule, bump, fate] = head
      ? (["callback-added", "minor", "is new"] as const)
      : (["callback-removed", "major", "is gone; programs wait for it in vain"] as const);
    const message = `${entry.label} ${fate}`;
    return [{ rule, direction: "response", bump, pointer: entry.pointer, message, by: "wire" }];
  });
}

function requestsOf(
  document: OpenApiDocument,
  item: unknown,
  place: string[],
  path: string,
  label: string,
  holder = "",
): IncomingEntry[] {
  const pathItem = asRecord(resolve(document, item)) as PathItem;
  return methods.flatMap((method) => {
    const operation: Operation | undefined = pathItem[method];
    const pointer = holder + toPointer([...place, method]);
    return operation ? [{ method, path, pathItem, operation, pointer, label }] : [];
  });
}
