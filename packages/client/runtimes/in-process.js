// @ts-check
// For Node, Deno and Bun, which all know `process`: the base URL is the argument, the report the last line printed.
import process from "node:process";
import { transportTest } from "./transport-test.js";

console.log(JSON.stringify(await transportTest(/** @type {string} */ (process.argv[2]))));
