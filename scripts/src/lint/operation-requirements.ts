/** The part of an operation that the rules look at. */
export interface LintedOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  responses?: object;
  "x-klaviyo-scopes"?: string[];
  "x-klaviyo-ratelimit"?: { burst?: string; steady?: string };
}

export interface Requirement {
  /** Name of the lint rule. */
  rule: string;
  met(operation: LintedOperation): boolean;
  /** What is wrong and what to do, after "operation get_catalog_item". */
  message: string;
}

/** What the generators, the client and the mock take for granted of every operation. */
export const operationRequirements: readonly Requirement[] = [
  {
    rule: "operation-id",
    met: ({ operationId }) => isText(operationId),
    message: "has no operationId; give it the published one",
  },
  {
    rule: "operation-summary",
    met: ({ summary }) => isText(summary),
    message: "has no summary; say in a few words what it does",
  },
  {
    rule: "operation-description",
    met: ({ description }) => isText(description),
    message: "has no description; say what it does, its limits and what comes back",
  },
  {
    rule: "operation-4xx",
    met: ({ responses }) => Object.keys(responses ?? {}).some((status) => /^4(XX|\d\d)$/.test(status)),
    message: "has no 4XX response; every operation needs one",
  },
  {
    rule: "operation-5xx",
    met: ({ responses }) => Object.keys(responses ?? {}).some((status) => /^5(XX|\d\d)$/.test(status)),
    message: "has no 5XX response; every operation needs one",
  },
  {
    rule: "operation-scopes",
    met: ({ "x-klaviyo-scopes": scopes }) => Array.isArray(scopes) && scopes.length > 0 && scopes.every(isText),
    message: "has no x-klaviyo-scopes; list the scopes that a key needs, such as [catalogs:read]",
  },
  {
    rule: "operation-ratelimit",
    met: ({ "x-klaviyo-ratelimit": limit }) =>
      /^\d+\/s$/.test(limit?.burst ?? "") && /^\d+\/m$/.test(limit?.steady ?? ""),
    message: "has no x-klaviyo-ratelimit; give both windows, such as { burst: 75/s, steady: 750/m }",
  },
];

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
