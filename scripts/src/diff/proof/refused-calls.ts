import type { OpenApiDocument } from "../../document/openapi.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

interface Holder {
  servers?: { url: string }[];
  security?: Record<string, string[]>[];
}

/** Servers to which programs of the old document send a call, and credentials with which they do, that are no longer right. */
export function refusedCalls(before: OpenApiDocument, old: object, after: OpenApiDocument, now: object): string[] {
  const servers = serversOf(after, now);
  const ways = waysIn(after, now);
  return [
    ...serversOf(before, old).filter((url) => !servers.includes(url)),
    ...waysIn(before, old)
      .filter((sent) => !ways.some((needed) => needed.every((credential) => sent.includes(credential))))
      .map((sent) => sent.join(" and ") || "no credential"),
  ];
}

function serversOf(document: OpenApiDocument, operation: Holder): string[] {
  return (operation.servers ?? (document as Holder).servers ?? []).map(({ url }) => url);
}

/** Each way to be let in: all that has to be sent, wherever it is called otherwise. */
function waysIn(document: OpenApiDocument, operation: Holder): string[][] {
  const ways = operation.security ?? (document as Holder).security ?? [];
  const schemes = document.components?.securitySchemes ?? {};
  return (ways.length > 0 ? ways : [{}]).map((way) => Object.keys(way).map((name) => JSON.stringify(schemes[name])));
}
