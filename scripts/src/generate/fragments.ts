import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { readDocument, type SpecDocument } from "../document/read-document.ts";
import { readYaml } from "../document/read-yaml.ts";
import { SpecError } from "../document/spec-error.ts";

/** `openapi/fragment.yaml`. */
export interface FragmentSettings {
  current: string;
  select: { tags: string[]; paths: string[]; operationIds: string[] };
  upstream: { repository: string; document: string };
  enums: "closed" | "open";
}

export interface Fragment extends SpecDocument {
  revision: string;
}

const fileName = /^(\d{4}-\d{2}-\d{2}(?:\.pre)?)\.yaml$/;

/** The names `<revision>.yaml` in `openapi/` of the workspace at `root`, oldest first. */
export async function listFragments(root: string, folder = "openapi"): Promise<string[]> {
  const names = await readdir(join(root, folder));
  return names.filter((name) => fileName.test(name)).sort();
}

export async function readFragments(root: string, folder = "openapi"): Promise<Fragment[]> {
  return Promise.all(
    (await listFragments(root, folder)).map(async (name) => {
      const revision = fileName.exec(name)?.[1] ?? "";
      const fragment = await readDocument(relative(process.cwd(), join(root, folder, name)));
      const version = fragment.document.info?.version;
      if (version !== revision) {
        const place = fragment.locate("/info/version");
        throw new SpecError(
          `${place}: info.version is ${JSON.stringify(version)}; by the file's name it is "${revision}"`,
        );
      }
      return { ...fragment, revision };
    }),
  );
}

export async function readSettings(root: string, folder = "openapi"): Promise<FragmentSettings> {
  const file = join(root, folder, "fragment.yaml");
  const shown = relative(process.cwd(), file);
  const settings = ((await readYaml(shown)) ?? {}) as Partial<FragmentSettings>;
  const fail = (problem: string) => new SpecError(`${shown}: ${problem}`);
  if (typeof settings.current !== "string") throw fail("`current` must name a revision, in quotes");
  if (settings.enums !== "closed" && settings.enums !== "open") throw fail("`enums` must be `closed` or `open`");
  const { tags = [], paths = [], operationIds = [] } = settings.select ?? {};
  return { ...(settings as FragmentSettings), select: { tags, paths, operationIds } };
}
