import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OpenApiDocument } from "../document/openapi.ts";
import { type SmallApi, smallApi } from "./small-api.ts";

export const smallRevision = "2026-01-15";

/** The small API as a fragment that the linter accepts. */
export function lintedApi(revision: string, edit: (document: SmallApi) => void = () => {}): OpenApiDocument {
  return smallApi((document) => {
    document.info.version = revision;
    for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
      operation.summary ??= "Make a thing";
      operation.description ??= "Does what it says.";
      operation["x-klaviyo-ratelimit"] ??= { burst: "75/s", steady: "700/m" };
      operation["x-klaviyo-scopes"] ??= ["things:read"];
      for (const status of ["4XX", "5XX"]) operation.responses[status] = { description: "Refused." };
      for (const parameter of operation.parameters) parameter.description ??= "A parameter.";
    }
    edit(document);
  });
}

/** A throw-away workspace with one revision of the small API, for tests that run the pipeline in this process. */
export async function smallWorkspace(): Promise<string> {
  const root = join(await mkdtemp(join(tmpdir(), "small-")), "workspace");
  const files: Record<string, string> = {
    "openapi/fragment.yaml": `# Kept.\ncurrent: "${smallRevision}"\nselect: { tags: [Things] }\nenums: closed\nupstream: { document: "http://127.0.0.1:1/{revision}.json" }\n`,
    "openapi/corrections.yaml": "[]\n",
    [`openapi/${smallRevision}.yaml`]: JSON.stringify(lintedApi(smallRevision)),
  };
  for (const name of ["types", "client", "mock", "codemod"]) {
    files[`packages/${name}/package.json`] = JSON.stringify({ name: `@org/${name}` });
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}
