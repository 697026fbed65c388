import { resolve } from "node:path";

export const workspaceRoot = resolve(import.meta.dirname, "../../..");

/** pnpm runs a script in its package; what the user typed is relative to where they stand. */
export function userPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
