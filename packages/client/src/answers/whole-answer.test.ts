import { expect, test } from "vitest";
import { serve } from "../testing/serve.ts";
import { readWhole, rereadable } from "./whole-answer.ts";

const wholeAnswer = async (response: Response): Promise<Response> => rereadable(await readWhole(response));

const init = { status: 201, statusText: "Created", headers: { "x-request-id": "r1" } };

test("an answer can be read any number of times, in every way", async () => {
  const response = await wholeAnswer(new Response('{"a":"ä"}', init));
  const bytes = new TextEncoder().encode('{"a":"ä"}');
  for (let times = 0; times < 2; times++) {
    expect(await response.text()).toBe('{"a":"ä"}');
    expect(await response.json()).toEqual({ a: "ä" });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(await (await response.blob()).text()).toBe('{"a":"ä"}');
    expect(await response.bytes()).toEqual(bytes);
    expect(await new Response(response.body).text()).toBe('{"a":"ä"}');
  }
  expect(response.bodyUsed).toBe(false);
});

test("a form can be read again", async () => {
  const form = new URLSearchParams({ sku: "S" });
  const response = await wholeAnswer(new Response(form));
  for (let times = 0; times < 2; times++) expect((await response.formData()).get("sku")).toBe("S");
});

test("a copy has the URL that was asked", async () => {
  const url = await serve((_, response) => response.end("{}"));
  expect((await wholeAnswer(await fetch(`${url}/api`))).clone().url).toBe(`${url}/api`);
});

test("a copy has the text, the status and the headers", async () => {
  const copy = (await wholeAnswer(new Response('{"a":1}', init))).clone();
  expect([copy.status, copy.statusText, copy.headers.get("x-request-id"), await copy.json()]).toEqual([
    201,
    "Created",
    "r1",
    { a: 1 },
  ]);
});

test("an answer without a body stays without one", async () => {
  const response = await wholeAnswer(new Response(null, { status: 204 }));
  expect([response.body, response.clone().status, await response.text()]).toEqual([null, 204, ""]);
});

test("an answer is read once, however often that is asked for", async () => {
  const response = await wholeAnswer(new Response("once"));
  expect(await (await wholeAnswer(response)).text()).toBe("once");
});

test("of an error's body only the beginning is read, and the rest is cancelled", async () => {
  let sent = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      // An umlaut is cut in the middle by every second chunk.
      controller.enqueue(new TextEncoder().encode("ä".repeat(10_001)).subarray(sent % 2, 20_001));
    },
    cancel() {
      cancelled = true;
    },
  });
  const text = await (await wholeAnswer(new Response(body, { status: 500 }))).text();
  expect(text).toHaveLength(65_536);
  expect(sent).toBeLessThan(12);
  expect(cancelled).toBe(true);
});

test("an error's body that stalls after what is read of it is not waited for", async () => {
  const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(65_536).fill(120)) });
  expect(await (await wholeAnswer(new Response(body, { status: 500 }))).text()).toHaveLength(65_536);
});

test("an answer that was not read stays as it is", async () => {
  expect(await rereadable(new Response("fresh")).text()).toBe("fresh");
});

test("an error's body arrives in pieces that cut letters", async () => {
  const bytes = new TextEncoder().encode("Größe €");
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await (await wholeAnswer(new Response(body, { status: 404 }))).text()).toBe("Größe €");
});

test("an error's body that breaks off is what has come of it", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("no acc"));
    },
    pull(controller) {
      controller.error(new Error("terminated"));
    },
  });
  expect(await (await wholeAnswer(new Response(body, { status: 429 }))).text()).toBe("no acc");
});

test("an answer without web streams is read by its text()", async () => {
  const foreign = { ok: false, status: 500, headers: new Headers(), body: { pipe() {} }, text: async () => "no" };
  expect(await (await wholeAnswer(foreign as unknown as Response)).text()).toBe("no");
});
