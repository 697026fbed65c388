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
  /**
   * Whether this is upstream's to say: the structure of a fragment is exactly the published one, so what is missing there
   * is a fact to know of, and nothing that we could mend.
   */
  isUpstream?: true;
}

/** What the generators, the client and the mock take for granted of every operation, and what they can do without. */
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
    rule: "operation-scopes-form",
    met: ({ "x-klaviyo-scopes": scopes }) => scopes === undefined || (Array.isArray(scopes) && scopes.every(isText)),
    message: "has x-klaviyo-scopes that are no list of scopes; write them as [catalogs:read]",
  },
  {
    rule: "operation-ratelimit-form",
    met: ({ "x-klaviyo-ratelimit": limit }) => limit === undefined || hasBothWindows(limit),
    message: "has an x-klaviyo-ratelimit without both windows; write it as { burst: 75/s, steady: 750/m }",
  },
  {
    rule: "operation-4xx",
    met: ({ responses }) => Object.keys(responses ?? {}).some((status) => /^4(XX|\d\d)$/.test(status)),
    message: "has no 4XX response: what a refusal looks like is not described",
    isUpstream: true,
  },
  {
    rule: "operation-5xx",
    met: ({ responses }) => Object.keys(responses ?? {}).some((status) => /^5(XX|\d\d)$/.test(status)),
    message: "has no 5XX response: what a failure looks like is not described",
    isUpstream: true,
  },
  {
    rule: "operation-scopes",
    met: ({ "x-klaviyo-scopes": scopes }) => scopes !== undefined && scopes.length !== 0,
    message: "has no x-klaviyo-scopes: any key may call it",
    isUpstream: true,
  },
  {
    rule: "operation-ratelimit",
    met: ({ "x-klaviyo-ratelimit": limit }) => limit !== undefined,
    message: "has no x-klaviyo-ratelimit: the client does not hold its calls back",
    isUpstream: true,
  },
];

function hasBothWindows({ burst, steady }: { burst?: string; steady?: string }): boolean {
  return /^\d+\/s$/.test(burst ?? "") && /^\d+\/m$/.test(steady ?? "");
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
