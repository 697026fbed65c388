// @ts-check
// Plain JavaScript on platform APIs alone: Node 20 runs it as it is, and so does everything after it.
import { createClient, isApiError } from "@org/client";

/**
 * What came of it: how many assertions held, and what did not.
 * @typedef {{ passed: number, failures: string[] }} Report
 */

/**
 * The document that the test's API answers with: what arrived there.
 * @typedef {{ method: string, url: string, headers: Record<string, string>, body: string, attempt: number }} Arrived
 */

const apiKey = "pk_runtimes_secret";

/**
 * The transport's promises, held against a server that answers as the scenario in the item's id says.
 * @param {string} baseUrl
 * @returns {Promise<Report>}
 */
export async function transportTest(baseUrl) {
  /** @type {Report} */
  const report = { passed: 0, failures: [] };
  for (const [name, test] of Object.entries(tests)) {
    let number = 0;
    /** @type {Check} */
    const check = (actual, expected) => {
      number += 1;
      if (Object.is(actual, expected)) report.passed += 1;
      else report.failures.push(`${name} (${number}): expected ${show(expected)}, got ${show(actual)}`);
    };
    try {
      await test(check, baseUrl);
    } catch (error) {
      report.failures.push(`${name}: threw ${error}`);
    }
  }
  return report;
}

/** @typedef {(actual: unknown, expected: unknown) => void} Check */
/** @typedef {import("@org/client").ClientOptions} ClientOptions */

/** @param {unknown} value */
const show = (value) => (typeof value === "string" ? JSON.stringify(value) : String(value));

/**
 * @param {string} baseUrl
 * @param {string} id
 * @param {ClientOptions & { signal?: AbortSignal }} [options]
 */
const getItem = (baseUrl, id, { signal, ...options } = {}) =>
  createClient({ ...(options.accessToken ? {} : { apiKey }), baseUrl, ...options }).GET("/api/catalog-items/{id}", {
    params: { path: { id } },
    ...(signal && { signal }),
  });

/**
 * @param {{ data?: unknown }} result
 * @returns {Arrived}
 */
const arrived = ({ data }) => /** @type {any} */ (data).meta;

/**
 * The name of what a promise is rejected with.
 * @param {Promise<unknown>} promise
 */
const rejection = (promise) =>
  promise.then(
    () => "nothing",
    (error) => error.name,
  );

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @type {Record<string, (check: Check, baseUrl: string) => Promise<void>>} */
const tests = {
  async "a call says who calls, and what it speaks"(check, baseUrl) {
    const { method, headers } = arrived(await getItem(baseUrl, "echo"));
    check(method, "GET");
    check(headers.authorization, `Klaviyo-API-Key ${apiKey}`);
    check(headers.revision, "2026-07-15");
    check(headers.accept, "application/vnd.api+json");
    // a browser keeps its own name, whatever a program asks for
    if (!("document" in globalThis)) check(headers["user-agent"]?.startsWith("klaviyo-catalogs-client/"), true);
  },

  async "another revision's entry sends its own revision"(check, baseUrl) {
    const old = await import("@org/client/2023-12-15");
    const client = old.createClient({ apiKey, baseUrl });
    const result = await client.GET("/api/catalog-items/{id}/", { params: { path: { id: "echo" } } });
    check(arrived(result).headers.revision, "2023-12-15");
    check(arrived(result).url, "/api/catalog-items/echo/");
  },

  async "lists go comma-separated, and nothing is encoded twice"(check, baseUrl) {
    const client = createClient({ apiKey, baseUrl });
    const result = await client.GET("/api/catalog-items", {
      params: { query: { include: ["variants"], "fields[catalog-item]": ["title", "external_id"], "page[size]": 2 } },
    });
    const query = new URL(arrived(result).url, baseUrl).searchParams;
    check(query.get("include"), "variants");
    check(query.get("fields[catalog-item]"), "title,external_id");
    check(query.get("page[size]"), "2");
    check(arrived(result).url.includes("title,external_id"), true);
  },

  async "an id arrives as it was, whatever it holds"(check, baseUrl) {
    for (const id of ["$custom:::$default:::SHIRT-1", "a/b?c#d", "Größe 50%", "a+b c", "日本", "..%2f", "'\"\\"]) {
      const { url } = arrived(await getItem(baseUrl, id));
      check(decodeURIComponent(url.slice("/api/catalog-items/".length)), id);
      check(url.split("/").length, 4);
    }
  },

  async "a body is sent as JSON:API, and again after 429"(check, baseUrl) {
    /** @type {{ data: { type: "catalog-category", attributes: { external_id: string, name: string } } }} */
    const body = { data: { type: "catalog-category", attributes: { external_id: "1", name: "Größe €" } } };
    const result = await createClient({ apiKey, baseUrl }).POST("/api/catalog-categories", { body });
    const seen = arrived(result);
    check(seen.method, "POST");
    check(seen.headers["content-type"], "application/vnd.api+json");
    check(seen.body, JSON.stringify(body));
    check(seen.attempt, 2);
    check(seen.headers.authorization, `Klaviyo-API-Key ${apiKey}`);
  },

  async "an answer without content is no error"(check, baseUrl) {
    const client = createClient({ apiKey, baseUrl });
    const result = await client.DELETE("/api/catalog-items/{id}", { params: { path: { id: "1" } } });
    check(result.response.status, 204);
    check(result.data, undefined);
    check(result.error, undefined);
  },

  async "Retry-After: 0 is obeyed at once"(check, baseUrl) {
    const result = await getItem(baseUrl, "throttled-zero");
    check(result.response.status, 200);
    check(arrived(result).attempt, 2);
  },

  async "Retry-After in seconds is waited for"(check, baseUrl) {
    const began = performance.now();
    const result = await getItem(baseUrl, "throttled-second");
    check(arrived(result).attempt, 2);
    check(performance.now() - began > 950, true);
  },

  async "Retry-After as a date is waited for"(check, baseUrl) {
    check(arrived(await getItem(baseUrl, "throttled-date")).attempt, 2);
  },

  async "a GET is repeated after a broken connection"(check, baseUrl) {
    const result = await getItem(baseUrl, "broken-once");
    check(result.response.status, 200);
    check(arrived(result).attempt, 2);
  },

  async "an attempt's timeout is a TimeoutError"(check, baseUrl) {
    check(await rejection(getItem(baseUrl, "no-answer", { retry: false, timeout: 100 })), "TimeoutError");
  },

  async "a call's timeout covers a body that never ends"(check, baseUrl) {
    check(await rejection(getItem(baseUrl, "stalled", { timeout: { call: 200 } })), "TimeoutError");
  },

  async "an abort before the answer is an AbortError, and not repeated"(check, baseUrl) {
    const controller = new AbortController();
    const arrivals = async () => /** @type {any} */ (arrived(await getItem(baseUrl, "counts")))["no-answer"];
    const before = await arrivals();
    const ended = rejection(getItem(baseUrl, "no-answer", { signal: controller.signal }));
    while ((await arrivals()) === before) await pause(10);
    controller.abort();
    check(await ended, "AbortError");
    await pause(50);
    check(await arrivals(), before + 1);
  },

  async "an abort while the body arrives is an AbortError"(check, baseUrl) {
    const controller = new AbortController();
    const call = getItem(baseUrl, "stalled", { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    check(await rejection(call), "AbortError");
  },

  async "an abort ends the wait for a retry, with its own reason"(check, baseUrl) {
    const reason = new RangeError("enough");
    const controller = new AbortController();
    const call = getItem(baseUrl, "throttled-long", { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 200);
    check(await call.catch((/** @type {unknown} */ error) => error), reason);
  },

  async "a signal that has aborted sends nothing"(check, baseUrl) {
    check(await rejection(getItem(baseUrl, "never", { signal: AbortSignal.abort() })), "AbortError");
    check(/** @type {any} */ (arrived(await getItem(baseUrl, "counts"))).never, undefined);
  },

  async "JSON:API errors become an ApiError"(check, baseUrl) {
    const { data, error } = await getItem(baseUrl, "not-found");
    check(data, undefined);
    check(isApiError(error), true);
    check(error instanceof Error, true);
    check(error?.status, 404);
    check(error?.errors[0]?.code, "not_found");
    check(error?.operation, "GET /api/catalog-items/{id}");
    check(error?.requestId, "req-2");
  },

  async "an HTML page becomes an ApiError that keeps the key to itself"(check, baseUrl) {
    const { error } = await getItem(baseUrl, "html-error", { retry: false });
    check(isApiError(error), true);
    check(error?.status, 502);
    check(error?.errors.length, 0);
    check(error?.message.includes("Bad gateway"), true);
    check(error?.message.includes(apiKey), false);
    check(JSON.stringify(error).includes(apiKey), false);
    check(String(error?.stack).includes(apiKey), false);
  },

  async "an error without a body is an ApiError, too"(check, baseUrl) {
    const { error } = await getItem(baseUrl, "empty-error", { retry: false });
    check(isApiError(error), true);
    check(error?.status, 500);
  },

  async "cut JSON is an ApiError, and a cut connection a rejection"(check, baseUrl) {
    const { data, error } = await getItem(baseUrl, "cut-json");
    check(data, undefined);
    check(isApiError(error), true);
    check(error?.status, 200);
    check((await rejection(getItem(baseUrl, "cut-connection"))) !== "nothing", true);
  },

  async "a streamed answer is put together, and so is a streamed error"(check, baseUrl) {
    const { data } = await getItem(baseUrl, "streamed");
    check(data?.data.attributes.title, "Größe €");
    const { error } = await getItem(baseUrl, "streamed-error");
    check(error?.errors[0]?.detail, "Größe €");
  },

  async "a compressed answer is unpacked"(check, baseUrl) {
    const { data } = await getItem(baseUrl, "gzipped");
    check(data?.data.attributes.title, "packed ".repeat(100));
  },

  async "RateLimit-Remaining: 0 holds the next call until RateLimit-Reset"(check, baseUrl) {
    const client = createClient({ apiKey, baseUrl });
    /** @param {string} id */
    const get = (id) => client.GET("/api/catalog-items/{id}", { params: { path: { id } } });
    await get("used-up");
    const began = performance.now();
    const result = await get("echo");
    check(result.response.status, 200);
    check(performance.now() - began > 800, true);
  },

  async "calls at the same time share one renewal of the token"(check, baseUrl) {
    let asked = 0;
    const accessToken = async () => (++asked === 1 ? "old" : "new");
    const client = createClient({ accessToken, baseUrl });
    const calls = Array.from({ length: 5 }, () => {
      return client.GET("/api/catalog-items/{id}", { params: { path: { id: "renewed" } } });
    });
    for (const result of await Promise.all(calls)) check(result.response.status, 200);
    check(asked, 2);
  },

  async "twenty calls at once each get their own answer"(check, baseUrl) {
    const client = createClient({ apiKey, baseUrl });
    const ids = Array.from({ length: 20 }, (_, index) => `many-${index}`);
    const results = await Promise.all(
      ids.map((id) => client.GET("/api/catalog-items/{id}", { params: { path: { id } } })),
    );
    for (const [index, id] of ids.entries()) {
      check(arrived(/** @type {any} */ (results[index])).url, `/api/catalog-items/${id}`);
    }
  },

  async "a GET is followed within its origin, and a redirect that is not followed is an error"(check, baseUrl) {
    const { data, error } = await getItem(baseUrl, "moved");
    // A page of another origin is not told where an answer redirects to.
    const told = !("document" in globalThis) || globalThis.location.origin === baseUrl;
    if (told) check(/** @type {any} */ (data)?.meta.url, "/api/catalog-items/echo");
    else check(error?.message.includes("redirected"), true);
    const elsewhere = await getItem(baseUrl, "moved-elsewhere");
    check(elsewhere.data, undefined);
    check(elsewhere.error?.message.includes("redirected"), true);
    check(elsewhere.error?.message.includes("//elsewhere.example/taken:"), !("document" in globalThis));
    const client = createClient({ apiKey, baseUrl });
    const deleted = await client.PATCH("/api/catalog-items/{id}", {
      params: { path: { id: "moved" } },
      body: { data: { type: "catalog-item", id: "moved", attributes: {} } },
    });
    check(deleted.error?.message.includes("redirected"), true);
  },

  async "a middleware sees the request, changes it, and reads the answer without taking it"(check, baseUrl) {
    const client = createClient({ apiKey, baseUrl });
    /** @type {unknown[]} */
    const seen = [];
    client.use({
      onRequest: ({ request }) => {
        request.headers.set("revision", "2023-12-15");
      },
      onResponse: async ({ response }) => {
        seen.push((await response.json()).data.type);
      },
    });
    const body = { data: { type: "catalog-category", attributes: { external_id: "2", name: "Größe €" } } };
    const result = await client.POST("/api/catalog-categories", { body: /** @type {any} */ (body) });
    check(arrived(result).headers.revision, "2023-12-15");
    check(arrived(result).headers["content-type"], "application/vnd.api+json");
    check(arrived(result).body, JSON.stringify(body));
    check(seen[0], "catalog-item");
  },

  async "a POST is repeated when no connection could be made"(check) {
    const options = { apiKey, baseUrl: "http://127.0.0.1:5", retry: { attempts: 2, baseDelay: 1 } };
    const call = createClient(options).POST("/api/catalog-categories", { body: /** @type {any} */ ({ data: {} }) });
    const error = await call.then(
      () => undefined,
      (error) => error,
    );
    check(error?.name, "ConnectionError");
    check(error?.operation, "POST /api/catalog-categories");
    // A browser says no more than that it failed, and workerd's words differ from version to version.
    if ("process" in globalThis) check(error?.attempts, 2);
  },

  async "a global fetch that is replaced later is used"(check, baseUrl) {
    const client = createClient({ apiKey, baseUrl });
    const { fetch } = globalThis;
    let replaced = 0;
    globalThis.fetch = (...call) => {
      replaced += 1;
      return fetch(...call);
    };
    try {
      await client.GET("/api/catalog-items/{id}", { params: { path: { id: "echo" } } });
    } finally {
      globalThis.fetch = fetch;
    }
    check(replaced, 1);
  },
};
