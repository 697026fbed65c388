import { tmpdir } from "node:os";
import { join } from "node:path";

/** An environment in which the processes of a test run share what Node compiles: most of them do little else. */
export function sharedCompileCache(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "compile-cache") };
}
