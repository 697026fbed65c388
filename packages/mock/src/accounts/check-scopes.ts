import { Refusal } from "../http/refusal.ts";
import type { Caller } from "./keys.ts";

/** @throws {Refusal} 403 when the caller's key lacks a scope that the operation needs */
export function checkScopes(caller: Caller, needed: readonly string[]): void {
  const missing = caller.scopes === undefined ? [] : needed.filter((scope) => !caller.scopes?.includes(scope));
  if (missing.length === 0) return;
  throw new Refusal(403, [
    {
      code: "permission_denied",
      title: "You do not have permission to perform this action.",
      detail: `The API key is missing the scope ${missing.join(", ")}.`,
    },
  ]);
}
