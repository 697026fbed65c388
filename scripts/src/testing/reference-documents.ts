import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder with the API's published documents, `<revision>.json`; they are not part of this project. */
const folder = process.env.KLAVIYO_OPENAPI_DIR;

export interface ReferenceDocument {
  revision: string;
  file: string;
}

/** Empty where `KLAVIYO_OPENAPI_DIR` is not set: then say so with {@link skippedWithoutReference}. */
export const referenceDocuments: ReferenceDocument[] = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => ({ revision: name.replace(/\.json$/, ""), file: join(folder, name) }))
  : [];

/** For the name of a test that needs the documents, so that a skip explains itself. */
export const skippedWithoutReference = folder ? "" : " (skipped: set KLAVIYO_OPENAPI_DIR)";
