import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { type Aliases, readAliases } from "../generate/aliases.ts";
import { applyCorrections, type Correction, readCorrections } from "../generate/corrections.ts";
import { type Fragment, type FragmentSettings, readFragments, readSettings } from "../generate/fragments.ts";
import { type WorkspaceOutputs, workspaceOutputs } from "../generate/outputs.ts";
import { migrationOutputs } from "../migrations/migration-outputs.ts";

/** All that the packages' generated contents come from. */
export interface SpecState {
  settings: FragmentSettings;
  fragments: Fragment[];
  corrections: Correction[];
  aliases: Record<string, Aliases>;
}

/**
 * What was last released: a copy of the inputs beside the inputs. A tag would do, but is not there in a shallow clone or
 * a copy of the folder, and a hash says that something changed and not what.
 */
export const releasedFolder = "openapi/released";

export async function readState(root: string, folder = "openapi"): Promise<SpecState> {
  return {
    settings: await readSettings(root, folder),
    fragments: await readFragments(root, folder),
    corrections: await readCorrections(join(root, folder, "corrections.yaml")),
    aliases: await readAliases(join(root, folder, "aliases.yaml")),
  };
}

/** The released state; before the first release, or bump, it is the present one. */
export async function readReleased(root: string): Promise<SpecState> {
  return readState(root, (await hasReleased(root)) ? releasedFolder : "openapi");
}

export async function hasReleased(root: string): Promise<boolean> {
  const names = await readdir(join(root, releasedFolder)).catch((): string[] => []);
  return names.includes("fragment.yaml");
}

/** The files that {@link releasedFolder} must hold for the present inputs to be what is released. */
export async function inputsAsReleased(root: string): Promise<Map<string, string>> {
  const names = (await readdir(join(root, "openapi"))).filter((name) => name.endsWith(".yaml")).sort();
  const files = names.map(
    async (name): Promise<[string, string]> => [
      `${releasedFolder}/${name}`,
      await readFile(join(root, "openapi", name), "utf8"),
    ],
  );
  return new Map(await Promise.all(files));
}

/** A fragment as it is generated from: with the corrections. The state's own document stays as published. */
export function correctedDocument(
  { fragments, corrections }: SpecState,
  revision: string,
): OpenApiDocument | undefined {
  const fragment = fragments.find((each) => each.revision === revision);
  if (!fragment) return undefined;
  const document = structuredClone(fragment.document);
  applyCorrections(document, corrections);
  return document;
}

/** Former names that the types of a revision offer, whether the document has them or `openapi/aliases.yaml`. */
export function offeredAliases({ fragments, aliases }: SpecState, revision: string): Aliases {
  const document = fragments.find((each) => each.revision === revision)?.document;
  const declared = [...(document ? listOperations(document) : [])].flatMap(({ operation }) =>
    (operation["x-klaviyo-operation-aliases"] ?? []).map((former) => [former, operation.operationId ?? ""] as const),
  );
  const own = aliases[revision];
  return { operations: { ...own?.operations, ...Object.fromEntries(declared) }, schemas: own?.schemas ?? {} };
}

export function generateState({ settings, fragments, corrections, aliases }: SpecState): WorkspaceOutputs {
  const copies = fragments.map((fragment) => ({ ...fragment, document: structuredClone(fragment.document) }));
  const { outputs, unmatched } = workspaceOutputs(copies, settings, corrections, aliases);
  return { outputs: new Map([...outputs, ...migrationOutputs(fragments, settings, corrections)]), unmatched };
}
