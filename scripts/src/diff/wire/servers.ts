import type { OperationEntry } from "../../document/list-operations.ts";
import type { OpenApiDocument } from "../../document/openapi.ts";
import { asList, asRecord } from "./flatten-schema.ts";

/** The URLs that an operation is at, with the defaults of their variables: its own, those of its path, or everybody's. */
export function serversOf(document: OpenApiDocument, { operation, pathItem }: OperationEntry): string[] {
  const declared = [operation, pathItem, document].map((holder) => (holder as { servers?: unknown }).servers);
  return asList(declared.find(Array.isArray)).map((server) => {
    const { url, variables } = asRecord(server);
    if (typeof url !== "string") return JSON.stringify(url) ?? "";
    return url.replaceAll(/\{([^}]*)\}/g, (variable, name: string) => {
      const { default: value } = asRecord(asRecord(variables)[name]);
      return typeof value === "string" ? value : variable;
    });
  });
}
