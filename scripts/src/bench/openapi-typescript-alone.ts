import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

// What generation is measured against: openapi-typescript with our options, from a file to a file.
const [from = "", to = ""] = process.argv.slice(2);
const options = { silent: true, defaultNonNullable: false, emptyObjectsUnknown: true };
await writeFile(to, astToString(await openapiTS(pathToFileURL(from), options)));
