import { isDeepStrictEqual } from "node:util";
import type { Finding } from "../verdict.ts";
import { type Credential, credentials } from "./credentials.ts";
import type { Side } from "./side.ts";

type Way = readonly Credential[];

/** Credentials: whoever was let in must still be. */
export function securityFindings(base: Side, head: Side): Finding[] {
  const old = credentials(base.document, base.entry);
  const now = credentials(head.document, head.entry);
  const pointer = (head.entry.operation as { security?: unknown }).security
    ? `${head.entry.pointer}/security`
    : "/security";
  const found = (rule: string, bump: Finding["bump"], message: string): Finding => {
    return { rule, direction: "wire", bump, pointer, message, by: "wire" };
  };
  const findings: Finding[] = [];
  for (const way of old.filter((had) => !now.some((needed) => letsIn(needed, had)))) {
    const raised = now.find((needed) => letsIn(withoutScopes(needed), withoutScopes(way)));
    const altered = way.filter((credential) => isAltered(credential, now));
    if (raised) {
      const message = `${say(way)} needs more scopes: ${scopesOf(raised, way).join(", ")}`;
      findings.push(found("security-scope-added", "major", message));
    } else if (altered.length > 0) {
      for (const { name } of altered) {
        findings.push(found("security-changed", "major", `the credential ${name} is sent in another way`));
      }
    } else findings.push(found("security-removed", "major", `${say(way)} no longer lets a request in`));
  }
  for (const way of now.filter((needed) => !old.some((had) => letsIn(had, needed)))) {
    if (way.some((credential) => isAltered(credential, old))) continue;
    const lowered = old.find((had) => letsIn(withoutScopes(had), withoutScopes(way)));
    if (!lowered) findings.push(found("security-added", "minor", `${say(way)} lets a request in, too`));
    else if (scopesOf(lowered, way).length > 0) {
      const message = `${say(way)} needs fewer scopes: no longer ${scopesOf(lowered, way).join(", ")}`;
      findings.push(found("security-scope-removed", "minor", message));
    }
  }
  return [...findings, ...withdrawn(old, now).map((scope) => found("scope-withdrawn", "major", scope))];
}

/** Whether a request that has the credentials `had` is let in where `needed` is asked for. */
function letsIn(needed: Way, had: Way): boolean {
  return needed.every((credential) =>
    had.some(
      ({ scheme, scopes }) =>
        isDeepStrictEqual(scheme, credential.scheme) && credential.scopes.every((scope) => scopes.includes(scope)),
    ),
  );
}

/** Whether a credential of the same name is another one on the other side. */
function isAltered({ name, scheme }: Credential, others: readonly Way[]): boolean {
  return others.flat().some((other) => other.name === name && !isDeepStrictEqual(other.scheme, scheme));
}

function withoutScopes(way: Way): Way {
  return way.map((credential) => ({ ...credential, scopes: [] }));
}

function scopesOf(more: Way, less: Way): string[] {
  const known = less.flatMap(({ scopes }) => scopes);
  return more.flatMap(({ scopes }) => scopes).filter((scope) => !known.includes(scope));
}

/** Scopes that a program may ask for when it gets its token, and that are no longer there to be asked for. */
function withdrawn(old: readonly Way[], now: readonly Way[]): string[] {
  return old.flat().flatMap(({ scheme, offered }) => {
    const same = now.flat().find((other) => isDeepStrictEqual(other.scheme, scheme));
    const gone = same ? offered.filter((scope) => !same.offered.includes(scope)) : [];
    return gone.map((scope) => `the scope ${scope.split(" ")[1]} can no longer be asked for`);
  });
}

function say(way: Way): string {
  return way.length > 0 ? way.map(({ name }) => name).join(" with ") : "no credential";
}
