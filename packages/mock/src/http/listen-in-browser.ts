import type { Listener } from "./listen.ts";

/** Takes the place of `listen.ts` in bundles for browsers, which have no server to offer. */
export async function listen(): Promise<Listener> {
  throw new Error("listen() needs Node, Deno or Bun; in a browser use the mock's fetch");
}
