// @ts-check
import { transportTest } from "./transport-test.js";

/** The worker that workerd runs: the report is its answer. */
const worker = {
  /**
   * @param {Request} request
   * @returns {Promise<Response>}
   */
  async fetch(request) {
    const baseUrl = new URL(request.url).searchParams.get("base-url");
    return Response.json(await transportTest(/** @type {string} */ (baseUrl)));
  },
};

// biome-ignore lint/style/noDefaultExport: a worker is its module's default export
export default worker;
