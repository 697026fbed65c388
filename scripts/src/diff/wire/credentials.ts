import type { OperationEntry } from "../../document/list-operations.ts";
import type { OpenApiDocument } from "../../document/openapi.ts";
import { resolve } from "../../document/reference.ts";
import { structure } from "../../document/structure.ts";
import { asList, asRecord, asTexts, type Json } from "./flatten-schema.ts";

/** A credential that a request must have. */
export interface Credential {
  /** What the document calls it; nothing depends on that. */
  name: string;
  /** How it is sent and where it comes from, but not which scopes there are to choose from. */
  scheme: Json;
  /** The scopes that it must have. */
  scopes: string[];
  /** The scopes to choose from, by flow. */
  offered: string[];
}

/** The ways to be let in: all credentials of one of them are needed. */
export function credentials(
  document: OpenApiDocument,
  { operation }: Pick<OperationEntry, "operation">,
): Credential[][] {
  const { security = document.security } = operation as { security?: unknown };
  const ways = asList(security).map((way) =>
    Object.entries(asRecord(way)).map(([name, scopes]) => credential(document, name, asTexts(scopes))),
  );
  return ways.length > 0 ? ways : [[]];
}

function credential(document: OpenApiDocument, name: string, scopes: string[]): Credential {
  const declared = resolve(document, asRecord(document.components?.securitySchemes)[name]);
  // The format of a bearer token is a hint for readers.
  const {
    flows,
    bearerFormat: _,
    ...scheme
  } = declared === undefined ? { undeclared: name } : asRecord(structure(declared, "securityScheme"));
  const kinds = Object.entries(asRecord(flows)).map(([flow, value]) => {
    const { scopes: choice, ...urls } = asRecord(value);
    return { flow, urls, offered: Object.keys(asRecord(choice)).map((scope) => `${flow} ${scope}`) };
  });
  return {
    name,
    scheme: { ...scheme, ...(flows !== undefined && { flows: kinds.map(({ flow, urls }) => [flow, urls]).sort() }) },
    scopes: scopes.sort(),
    offered: kinds.flatMap(({ offered }) => offered).sort(),
  };
}
