import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { listOperations } from "../document/list-operations.ts";
import { nameSource } from "../document/name-source.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { readDocument } from "../document/read-document.ts";
import { SpecError } from "../document/spec-error.ts";
import { applyCorrections, readCorrections } from "../generate/corrections.ts";
import { type FragmentSettings, listFragments, readSettings } from "../generate/fragments.ts";
import { selectOperations } from "../pull/select-operations.ts";
import { type DocumentDiff, diffDocuments } from "./diff-documents.ts";
import { listWebhooks } from "./incoming.ts";

export interface SpecIdentity {
  revision: string;
  /** Of the file's bytes: a revision is edited in place, so its date does not say which document it is. */
  sha256: string;
}

export interface SpecDiff extends DocumentDiff {
  base: SpecIdentity;
  head: SpecIdentity;
}

export interface DiffOptions {
  /** Whole documents instead of the selection of `fragment.yaml`. */
  all: boolean;
  /** Another selection than that of `fragment.yaml`. */
  selection?: FragmentSettings["select"];
  /** Where a file is that the user named. */
  path(name: string): string;
}

/** Compares two documents, each named by its revision in `openapi/` or by a file, as packages would be made of them. */
export async function diffSpecs(root: string, base: string, head: string, options: DiffOptions): Promise<SpecDiff> {
  const settings = await readSettings(root);
  const corrections = await readCorrections(join(root, "openapi", "corrections.yaml"));
  const select = options.all ? () => true : selectOperations(options.selection ?? settings.select);
  const read = async (name: string) => {
    const { text, document, file } = await readDocument(await fileOf(root, name, options));
    applyCorrections(document, corrections);
    if (![...listOperations(document), ...listWebhooks(document)].some(select)) {
      throw new SpecError(`${file}: openapi/fragment.yaml selects none of its operations; compare them all with --all`);
    }
    return { file, document, identity: identityOf(document, text) };
  };
  const [old, now] = [await read(base), await read(head)];
  const comparison = await nameSource(now.file, async () =>
    diffDocuments(old.document, now.document, { select, openEnums: settings.enums === "open" }),
  );
  return { base: old.identity, head: now.identity, ...comparison };
}

export function identityOf(document: OpenApiDocument, text: string): SpecIdentity {
  return { revision: document.info?.version ?? "", sha256: createHash("sha256").update(text).digest("hex") };
}

async function fileOf(root: string, name: string, { path }: DiffOptions): Promise<string> {
  const shorten = (file: string) => relative(process.cwd(), file) || file;
  if (!/^\d{4}-\d{2}-\d{2}(\.pre)?$/.test(name)) return shorten(path(name));
  const fragments = await listFragments(root);
  if (fragments.includes(`${name}.yaml`)) return shorten(join(root, "openapi", `${name}.yaml`));
  const known = fragments.map((file) => file.replace(/\.yaml$/, "")).join(", ");
  throw new SpecError(
    `there is no openapi/${name}.yaml; the revisions are ${known}. \`pnpm spec:pull ${name}\` gets it`,
  );
}
