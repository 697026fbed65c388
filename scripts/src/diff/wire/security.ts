import { isDeepStrictEqual } from "node:util";
import { structure } from "../../document/structure.ts";
import type { Finding } from "../verdict.ts";
import { asList, asRecord } from "./flatten-schema.ts";
import type { Side } from "./side.ts";

/** Credentials: whoever was let in must still be. `security` lists alternatives, each of them all schemes at once. */
export function securityFindings(base: Side, head: Side): Finding[] {
  const old = alternatives(base);
  const now = alternatives(head);
  const pointer = (head.entry.operation as { security?: unknown }).security
    ? `${head.entry.pointer}/security`
    : "/security";
  const found = (rule: string, bump: Finding["bump"], message: string): Finding => {
    return { rule, direction: "wire", bump, pointer, message, by: "wire" };
  };
  const refused = old.filter((names) => !now.some((needed) => needed.every((name) => names.includes(name))));
  const welcome = now.filter((names) => !old.some((needed) => needed.every((name) => names.includes(name))));
  const kept = [...new Set(old.flat())].filter((name) => now.flat().includes(name));
  const altered = kept.filter((name) => !isDeepStrictEqual(scheme(base, name), scheme(head, name)));
  return [
    ...refused.map((names) => found("security-removed", "major", `${say(names)} no longer lets a request in`)),
    ...welcome.map((names) => found("security-added", "minor", `${say(names)} lets a request in, too`)),
    ...altered.map((name) => found("security-changed", "major", `the credential ${name} is sent in another way`)),
  ];
}

function alternatives({ document, entry }: Side): string[][] {
  const { security = document.security } = entry.operation as { security?: unknown };
  const listed = asList(security).map((names) => Object.keys(asRecord(names)).sort());
  return listed.length > 0 ? listed : [[]];
}

function scheme({ document }: Side, name: string): unknown {
  return structure(asRecord(document.components?.securitySchemes)[name], "securityScheme");
}

function say(names: readonly string[]): string {
  return names.length > 0 ? names.join(" with ") : "no credential";
}
