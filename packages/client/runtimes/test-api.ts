import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** One request, as the scenarios see it. */
interface Seen {
  request: IncomingMessage;
  response: ServerResponse;
  body: string;
  /** How often this very URL was asked for, this time included. */
  attempt: number;
  /** How often any scenario's URL was asked for, by scenario. */
  counts: Record<string, number>;
}

const jsonApi = { "content-type": "application/vnd.api+json" };
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function send(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  response.writeHead(status, { ...jsonApi, ...headers }).end(JSON.stringify(body));
}

/** A document of one item that says, in `meta`, what arrived. */
function echo({ request, response, body, attempt }: Seen): void {
  const { method, url, headers } = request;
  const item = { type: "catalog-item", id: "1", attributes: { title: "Shirt", external_id: "1" } };
  send(response, 200, { data: item, meta: { method, url, headers, body, attempt } });
}

function fail(status: number, code: string, headers: object = {}) {
  return ({ response }: Seen): void =>
    send(response, status, { errors: [{ id: "req-1", code, detail: `said ${code}` }] }, headers);
}

/** Sends byte by byte, so that letters of several bytes arrive in pieces. */
function dribble(status: number, document: unknown) {
  return async ({ response }: Seen): Promise<void> => {
    response.writeHead(status, jsonApi);
    for (const byte of Buffer.from(JSON.stringify(document))) {
      response.write(Buffer.of(byte));
      if (byte > 127) await pause(5);
    }
    response.end();
  };
}

const onceThenEcho = (first: (seen: Seen) => void) => (seen: Seen) => (seen.attempt === 1 ? first(seen) : echo(seen));

/** What the API does for an item whose id is the scenario's name. */
const scenarios: Record<string, (seen: Seen) => void | Promise<void>> = {
  "throttled-zero": onceThenEcho(fail(429, "throttled", { "retry-after": "0" })),
  "throttled-second": onceThenEcho(fail(429, "throttled", { "retry-after": "1" })),
  "throttled-date": onceThenEcho((seen) =>
    fail(503, "busy", { "retry-after": new Date(Date.now() + 1500).toUTCString() })(seen),
  ),
  "throttled-long": fail(429, "throttled", { "retry-after": "60" }),
  "broken-once": onceThenEcho(({ response }) => response.destroy()),
  "not-found": fail(404, "not_found", { "x-request-id": "req-2" }),
  "empty-error": ({ response }) => void response.writeHead(500).end(),
  // a proxy that repeats the request's headers, as some do
  "html-error": ({ request, response }) =>
    void response
      .writeHead(502, { "content-type": "text/html" })
      .end(`<html><h1>Bad gateway</h1><pre>${request.headers.authorization}</pre></html>`),
  "cut-json": ({ response }) => void response.writeHead(200, jsonApi).end('{"data":{"type":"catalog-item","id'),
  "cut-connection": ({ response }) => {
    response.writeHead(200, { ...jsonApi, "content-length": 1000 }).write('{"data":');
    setTimeout(() => response.destroy(), 50);
  },
  "no-answer": () => {},
  stalled: ({ response }) => void response.writeHead(200, jsonApi).write('{"data":'),
  streamed: dribble(200, { data: { type: "catalog-item", id: "1", attributes: { title: "Größe €" } } }),
  "streamed-error": dribble(404, { errors: [{ code: "not_found", detail: "Größe €" }] }),
  gzipped: ({ response }) => {
    const document = { data: { type: "catalog-item", id: "1", attributes: { title: "packed ".repeat(100) } } };
    response.writeHead(200, { ...jsonApi, "content-encoding": "gzip" }).end(gzipSync(JSON.stringify(document)));
  },
  "used-up": (seen) => {
    const headers = { "ratelimit-limit": "3500", "ratelimit-remaining": "0", "ratelimit-reset": "1" };
    seen.response.setHeaders(new Map(Object.entries(headers)));
    echo(seen);
  },
  renewed: (seen) => (seen.request.headers.authorization === "Bearer new" ? echo(seen) : fail(401, "expired")(seen)),
  moved: ({ response }) => void response.writeHead(302, { location: "/api/catalog-items/echo" }).end(),
  "moved-elsewhere": ({ response }) =>
    void response.writeHead(307, { location: "https://elsewhere.example/taken?a=1" }).end(),
  counts: ({ response, counts }) => send(response, 200, { data: { type: "catalog-item", id: "1" }, meta: counts }),
};

/** A page on another origin may call: browsers ask first. */
const crossOrigin = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type, revision, user-agent",
  "access-control-allow-methods": "GET, POST, PATCH, DELETE",
  "access-control-expose-headers": "retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, x-request-id",
};

/** A stand-in for the API that misbehaves as the id of the item says. */
export function testApi(): RequestListener {
  const attempts = new Map<string, number>();
  const counts: Record<string, number> = {};
  return async (request, response) => {
    response.setHeaders(new Map(Object.entries(crossOrigin)));
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    let body = "";
    for await (const chunk of request) body += chunk;
    const url = request.url as string;
    const attempt = (attempts.get(url) ?? 0) + 1;
    attempts.set(url, attempt);
    const scenario = url.split("?")[0]?.split("/").at(3) ?? "";
    counts[scenario] = (counts[scenario] ?? 0) + 1;
    const seen = { request, response, body, attempt, counts };
    if (request.method === "DELETE") return response.writeHead(204).end();
    if (url === "/api/catalog-categories" && request.method === "POST") {
      return onceThenEcho(fail(429, "throttled", { "retry-after": "0" }))(seen);
    }
    await (scenarios[scenario] ?? echo)(seen);
  };
}
