import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loopbackUpstream, type Upstream } from "../testing/loopback-upstream.ts";
import { fetchText } from "./fetch-text.ts";

let upstream: Upstream;
const text = JSON.stringify({ openapi: "3.0.2", filler: "é".repeat(50_000) });

beforeAll(async () => {
  upstream = await loopbackUpstream({
    "/whole": (_, response) => response.end(text),
    "/gzip": (_, response) => {
      const body = gzipSync(text);
      response.writeHead(200, { "content-encoding": "gzip", "content-length": body.length }).end(body);
    },
    "/moved": (_, response) => response.writeHead(301, { location: "/found" }).end(),
    "/found": (_, response) => response.writeHead(302, { location: `${upstream.url}/whole` }).end(),
    "/circle": (_, response) => response.writeHead(302, { location: "/circle" }).end(),
    "/broken": (_, response) => response.writeHead(503).end("later"),
    "/cut": (_, response) => {
      response.writeHead(200, { "content-length": 100_000 });
      response.write(text.slice(0, 1_000), () => response.destroy());
    },
    "/cut-chunk": (_, response) => {
      response.writeHead(200);
      response.write(text.slice(0, 1_000), () => response.destroy());
    },
    "/slow": (_, response) => {
      response.writeHead(200);
      response.write("{");
    },
    "/endless": (_, response) => {
      response.writeHead(200);
      const more = () => {
        if (!response.destroyed) response.write("x".repeat(65_536), () => setImmediate(more));
      };
      more();
    },
  });
});
afterAll(() => upstream.close());

test.each(["/whole", "/gzip", "/moved"])("%s is read to its end", async (path) => {
  expect(await fetchText(upstream.url + path)).toBe(text);
});

test.each([
  ["/nothing", "the answer is 404 Not Found; is the revision spelt as upstream spells it"],
  ["/broken", "the answer is 503 Service Unavailable"],
  ["/circle", "cannot be fetched: redirect count exceeded"],
  ["/cut", "the answer was cut off; try again"],
  ["/cut-chunk", "the answer was cut off; try again"],
  ["/slow", "no whole answer within 0.3 s"],
  ["/endless", "the answer is longer than 1 MB"],
])("%s is one clear error", async (path, message) => {
  const maxBytes = 1024 * 1024;
  const failure = await fetchText(upstream.url + path, { timeout: path === "/slow" ? 300 : 30_000, maxBytes }).catch(
    (error) => error,
  );
  expect(failure.name).toBe("SpecError");
  expect(failure.message).toContain(`${upstream.url}${path}: ${message}`);
});

test("a server that is not there is one clear error", async () => {
  const gone = await loopbackUpstream({});
  await gone.close();
  await expect(fetchText(gone.url)).rejects.toThrow(/cannot be fetched: .*ECONNREFUSED/);
});
