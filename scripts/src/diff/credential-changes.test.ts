import { expect, test } from "vitest";
import { all, type Edit, none } from "../testing/edit.ts";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";

type Json = Record<string, unknown>;

const schemes = (securitySchemes: Json, security: Json[]): Edit => {
  return (document) => {
    document.components.securitySchemes = securitySchemes;
    document.security = security;
  };
};
const key = (more: Json = {}) => ({ type: "apiKey", in: "header", name: "Authorization", ...more });
const token = (...scopes: string[]) => ({
  type: "oauth2",
  flows: {
    authorizationCode: {
      authorizationUrl: "https://a.example",
      tokenUrl: "https://b.example",
      scopes: Object.fromEntries(scopes.map((scope) => [scope, `May ${scope}.`])),
    },
  },
});
const asked = (...scopes: string[]) => schemes({ Token: token("read", "write") }, [{ Token: scopes }]);
const offered = (...scopes: string[]) => schemes({ Token: token(...scopes) }, [{ Token: ["read"] }]);

const changes: [name: string, base: Edit, head: Edit, expected: string][] = [
  [
    "a credential is sent under another name",
    none,
    schemes({ Key: key({ name: "X-Key" }) }, [{ Key: [] }]),
    "major security-changed",
  ],
  [
    "a credential is described otherwise",
    none,
    schemes({ Key: key({ description: "A key." }) }, [{ Key: [] }]),
    "none ",
  ],
  ["a credential has another name in the document", none, schemes({ ApiKey: key() }, [{ ApiKey: [] }]), "none "],
  [
    "a scheme that no operation uses is another one",
    none,
    (document) => Object.assign(document.components.securitySchemes, { Other: key() }),
    "none ",
  ],
  ["an operation asks for more scopes", asked("read"), asked("read", "write"), "major security-scope-added"],
  ["an operation asks for fewer scopes", asked("read", "write"), asked("read"), "minor security-scope-removed"],
  ["there is one more scope to ask for", offered("read"), offered("read", "write"), "none "],
  ["a scope can no longer be asked for", offered("read", "write"), offered("read"), "major scope-withdrawn"],
  ["tokens come from another place", asked("read"), all(asked("read"), moveTokens), "major security-changed"],
  ["a credential is needed where none was", schemes({ Key: key() }, []), none, "major security-removed"],
];

function moveTokens({ components }: SmallApi): void {
  const { flows } = components.securitySchemes.Token as ReturnType<typeof token>;
  flows.authorizationCode.tokenUrl = "https://c.example";
}

test.each(changes)("%s", (_, base, head, expected) => {
  const { operations } = diffDocuments(smallApi(base), smallApi(head));
  for (const { bump, findings } of operations) expect(`${bump} ${findings.map(({ rule }) => rule)}`).toBe(expected);
});
