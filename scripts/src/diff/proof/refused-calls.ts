import type { OpenApiDocument } from "../../document/openapi.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

interface Holder {
  servers?: { url: string }[];
  security?: Record<string, string[]>[];
}

/** An operation and the path that it is at. */
export interface Called extends Holder {
  pathItem?: Holder;
  "x-klaviyo-scopes"?: string[];
}

interface Credential {
  /** All that has to be sent, wherever it is called otherwise. */
  sent: string;
  /** What the key or token was asked for with. */
  scopes: string[];
  /** What there is to ask for. */
  catalogue: string[];
}

/** Servers to which programs of the old document send a call, and credentials with which they do, that are no longer right. */
export function refusedCalls(before: OpenApiDocument, old: Called, after: OpenApiDocument, now: Called): string[] {
  const servers = serversOf(after, now);
  const [had, needed] = [waysIn(before, old), waysIn(after, now)];
  const isEnough = (way: readonly Credential[], credentials: readonly Credential[]) =>
    credentials.every(({ sent, scopes }) =>
      way.some((has) => has.sent === sent && scopes.every((scope) => has.scopes.includes(scope))),
    );
  const offered = needed.flat();
  return [
    ...serversOf(before, old).filter((url) => !servers.includes(url)),
    ...had
      .filter((way) => !needed.some((credentials) => isEnough(way, credentials)))
      .map((way) => way.map(({ sent, scopes }) => `${sent} ${scopes}`).join(" and ") || "no credential"),
    ...had.flat().flatMap(({ sent, catalogue }) => {
      const same = offered.find((other) => other.sent === sent);
      return same ? catalogue.filter((scope) => !same.catalogue.includes(scope)) : [];
    }),
    ...(now["x-klaviyo-scopes"] ?? []).filter((scope) => !(old["x-klaviyo-scopes"] ?? []).includes(scope)),
  ];
}

function serversOf(document: OpenApiDocument, operation: Called): string[] {
  const servers = operation.servers ?? operation.pathItem?.servers ?? (document as Holder).servers;
  return (servers ?? []).map(({ url }) => url);
}

function waysIn(document: OpenApiDocument, operation: Holder): Credential[][] {
  const ways = operation.security ?? (document as Holder).security ?? [];
  const schemes = (document.components?.securitySchemes ?? {}) as Record<string, Record<string, unknown>>;
  return (ways.length > 0 ? ways : [{}]).map((way) =>
    Object.entries(way).map(([name, scopes]) => {
      const { flows = {}, ...scheme } = schemes[name] ?? {};
      const kinds = Object.entries(flows as Record<string, { scopes?: object }>);
      const urls = kinds.map(([flow, { scopes: _, ...rest }]) => [flow, rest]);
      return {
        sent: JSON.stringify([scheme, urls]),
        scopes,
        catalogue: kinds.flatMap(([flow, { scopes: choice = {} }]) =>
          Object.keys(choice).map((one) => `${flow} ${one}`),
        ),
      };
    }),
  );
}
