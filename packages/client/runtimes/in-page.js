// @ts-check
import { transportTest } from "./transport-test.js";

// playwright evaluates functions of the page, and a module's exports are not among them
Object.assign(globalThis, { transportTest });
