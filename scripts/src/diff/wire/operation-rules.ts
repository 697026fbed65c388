import { parseRateLimit } from "../../generate/rate-limit.ts";
import type { Bump, Finding } from "../verdict.ts";
import { asTexts } from "./flatten-schema.ts";
import { securityFindings } from "./security.ts";
import { serversOf } from "./servers.ts";
import type { Side } from "./side.ts";

/** What an operation as a whole demands differently: scopes, credentials, rate limits, servers, deprecation. */
export function operationRules(base: Side, head: Side): Finding[] {
  const { pointer } = head.entry;
  const found = (rule: string, bump: Bump, message: string, at = pointer): Finding => {
    return { rule, direction: "wire", bump, pointer: at, message, by: "wire" };
  };
  const old = base.entry.operation;
  const now = head.entry.operation;
  return [
    ...scopes(asTexts(old["x-klaviyo-scopes"]), asTexts(now["x-klaviyo-scopes"]), (...args) =>
      found(...args, `${pointer}/x-klaviyo-scopes`),
    ),
    ...securityFindings(base, head),
    ...rateLimits(old["x-klaviyo-ratelimit"], now["x-klaviyo-ratelimit"], (...args) =>
      found(...args, `${pointer}/x-klaviyo-ratelimit`),
    ),
    ...serversGone(base, head).map((url) =>
      found("server-removed", "major", `the API is no longer at "${url}"; programs that send requests there fail`),
    ),
    ...(!old.deprecated && now.deprecated ? [found("deprecated", "minor", "the operation is deprecated")] : []),
    ...(old.deprecated && !now.deprecated
      ? [found("not-deprecated", "patch", "the operation is no longer deprecated")]
      : []),
  ];
}

type Found = (rule: string, bump: Bump, message: string) => Finding;

function scopes(old: readonly string[], now: readonly string[], found: Found): Finding[] {
  const added = now.filter((scope) => !old.includes(scope));
  const removed = old.filter((scope) => !now.includes(scope));
  return [
    ...added.map((scope) => found("scope-added", "major", `keys without the scope \`${scope}\` are refused with 403`)),
    ...removed.map((scope) => found("scope-removed", "minor", `the scope \`${scope}\` is no longer needed`)),
  ];
}

/**
 * Never major: a limit is of the account, not of the program, so any call could be answered with a 429 before; the
 * client waits as long as the new table says. Programs that pace themselves should read it.
 */
function rateLimits(
  old: Parameters<typeof parseRateLimit>[0],
  now: Parameters<typeof parseRateLimit>[0],
  found: Found,
): Finding[] {
  const before = parseRateLimit(old);
  const after = parseRateLimit(now);
  const units = { burst: "s", steady: "min", daily: "day" } as const;
  return (["burst", "steady", "daily"] as const).flatMap((window) => {
    const [a, b] = [before[window], after[window]];
    if (a === b) return [];
    const text = (limit: number | undefined) => (limit === undefined ? "no limit" : `${limit}/${units[window]}`);
    const lowered = b !== undefined && (a === undefined || b < a);
    const rule = lowered ? "rate-limit-lowered" : "rate-limit-raised";
    return [found(rule, lowered ? "minor" : "patch", `the ${window} limit was ${text(a)} and is ${text(b)}`)];
  });
}

/** A document that names no server any more says nothing of where the API is. */
function serversGone(base: Side, head: Side): string[] {
  const [old, now] = [base, head].map(({ document, entry }) => serversOf(document, entry));
  return now?.length ? (old ?? []).filter((url) => !now.includes(url)) : [];
}
