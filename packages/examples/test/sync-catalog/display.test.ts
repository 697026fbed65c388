import { PassThrough } from "node:stream";
import type { ReadStream, WriteStream } from "node:tty";
import { expect, test } from "vitest";
import { confirm } from "../../src/sync-catalog/confirm.ts";
import { linesDisplay, spinnerDisplay } from "../../src/sync-catalog/report/display.ts";
import { durationText, progressText } from "../../src/sync-catalog/report/words.ts";

/** A terminal that a test types at and reads from. */
function terminal(isTTY = true) {
  const columns = { isTTY, columns: 80, cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  const stream = Object.assign(new PassThrough(), columns);
  let text = "";
  stream.on("data", (piece) => {
    text += piece;
  });
  return { stream, text: () => text };
}

test("a terminal shows a line that changes, with rate and remaining time, and keeps it when it is done", async () => {
  const { stream, text } = terminal();
  const display = spinnerDisplay(stream);
  display.begin("create 300 items");
  display.update(progressText({ finished: 100, failed: 2, total: 300, recordsPerMinute: 6_000, remaining: 2_000 }));
  display.end();
  await expect.poll(text).toContain("create 300 items: 100 of 300 · 2 failed · 6,000 a minute · 2 s left");
});

test("a log gets a line at the beginning, one every now and then, and the last one", () => {
  let log = "";
  const write = (text: string) => {
    log += text;
  };
  const seldom = linesDisplay(write, 60_000);
  seldom.begin("create 3 items");
  for (const done of [1, 2, 3]) seldom.update(`${done} of 3`);
  seldom.end();
  expect(log).toBe("create 3 items\ncreate 3 items: 3 of 3\n");
  log = "";
  const often = linesDisplay(write, 0);
  often.begin("create 2 items");
  for (const done of [1, 2]) often.update(`${done} of 2`);
  often.end();
  expect(log).toBe("create 2 items\ncreate 2 items: 1 of 2\ncreate 2 items: 2 of 2\n");
});

/** A question that has been put at a terminal. */
async function question() {
  const [input, output] = [terminal(), terminal()];
  const stop = new AbortController();
  const streams = [input.stream as unknown as ReadStream, output.stream as unknown as WriteStream] as const;
  const agreed = confirm("Delete it?", ...streams, stop);
  await expect.poll(output.text).toContain("Delete it? [y/N] ");
  return { input: input.stream, agreed, stopped: stop.signal };
}

test.each([
  ["y\n", true],
  ["YES\n", true],
  ["\n", false],
  ["no\n", false],
])("the answer %j to a question is %s", async (answer, expected) => {
  const { input, agreed } = await question();
  input.write(answer);
  expect(await agreed).toBe(expected);
});

test.each([
  ["Ctrl-C \u0003", true],
  ["Ctrl-D \u0004", false],
])("%j is no agreement; whether it stops the run: %s", async (key, stops) => {
  const { input, agreed, stopped } = await question();
  input.write(key.at(-1));
  expect(await agreed).toBe(false);
  expect(stopped.aborted).toBe(stops);
});

test("where there is no terminal, nobody agrees", async () => {
  const stream = terminal(false).stream;
  const [input, output] = [stream as unknown as ReadStream, stream as unknown as WriteStream];
  expect(await confirm("Delete it?", input, output, new AbortController())).toBe(false);
});

test.each([
  [850, "850 ms"],
  [12_400, "12 s"],
  [200_000, "3 min 20 s"],
  [7_500_000, "2 h 5 min"],
])("%d milliseconds are %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
