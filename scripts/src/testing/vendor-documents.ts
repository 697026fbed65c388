import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { OpenApiDocument } from "../document/openapi.ts";
import { parseSpec } from "../document/read-document.ts";

/** A folder with documents that other vendors publish, gzipped; they are not part of this project. */
const folder = process.env.KLAVIYO_VENDORS_DIR;

export interface VendorDocument {
  /** `stripe-2023.yaml` */
  name: string;
  read(): Promise<string>;
  /** Parsed once for all tests, which therefore leave it as it is. */
  document(): Promise<OpenApiDocument>;
}

/** Empty where `KLAVIYO_VENDORS_DIR` is not set: then say so with {@link skippedWithoutVendors}. */
export const vendorDocuments: VendorDocument[] = folder
  ? readdirSync(folder)
      .filter((name) => /\.(json|yaml)\.gz$/.test(name))
      .sort()
      .map((name) => vendorDocument(folder, name))
  : [];

function vendorDocument(folder: string, zipped: string): VendorDocument {
  const name = zipped.replace(/\.gz$/, "");
  const read = async () => (await promisify(gunzip)(await readFile(join(folder, zipped)))).toString("utf8");
  let parsed: Promise<OpenApiDocument> | undefined;
  const document = () => {
    parsed ??= read().then((text) => parseSpec(text, name).document);
    return parsed;
  };
  return { name, read, document };
}

/** For the name of a test that needs the documents, so that a skip explains itself. */
export const skippedWithoutVendors = folder ? "" : " (skipped: set KLAVIYO_VENDORS_DIR)";

/** Two versions of one vendor's document, the older one first. */
export interface VendorPair {
  vendor: string;
  base: VendorDocument;
  head: VendorDocument;
}

/** A newer version has the lower number where they are counted, and the higher one where it is a version or a year. */
export const vendorPairs: VendorPair[] = [
  ...Map.groupBy(vendorDocuments, ({ name }) => name.split("-")[0] ?? name),
].flatMap(([vendor, [first, second]]) => {
  if (!first || !second) return [];
  const isCounted = /-\d\.(json|yaml)$/.test(first.name);
  return [{ vendor, base: isCounted ? second : first, head: isCounted ? first : second }];
});
