import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readArguments, usage } from "../../src/sync-workers/arguments.ts";
import { startPool } from "../../src/sync-workers/pool.ts";
import { runProgram } from "./run-program.ts";

test("arguments that are left out", () => {
  expect(readArguments(["north=n.ndjson", "south=s.ndjson"], {})).toEqual({
    files: new Map([
      ["north", "n.ndjson"],
      ["south", "s.ndjson"],
    ]),
    redis: "redis://127.0.0.1:6379",
    workers: 4,
    lock: 30_000,
    live: false,
  });
});

test("with a key of each account it may be live", () => {
  const env = { KLAVIYO_API_KEY_NORTH_EAST: "pk_1" };
  expect(readArguments(["north-east=n.ndjson", "--live"], env)).toMatchObject({ live: true });
});

test.each([
  [[], "expected an account and its file, such as north=north.ndjson; --help tells the rest"],
  [["n.ndjson"], "expected an account and its file, such as north=north.ndjson, found 'n.ndjson'"],
  [["north=a", "north=b"], "the account 'north' is there twice; give it one file"],
  [["north=a", "--workers", "0"], "--workers expects a whole number from 1, found '0'"],
  [["north=a", "--workers", "four"], "--workers expects a whole number from 1, found 'four'"],
  [["north=a", "--lock", "1.5"], "--lock expects a whole number from 1, found '1.5'"],
  [["north=a", "--redis", "here"], "--redis expects an address such as redis://127.0.0.1:6379"],
  [["north=a", "south=b", "--live"], "--live needs a key of each account; missing: KLAVIYO_API_KEY_SOUTH"],
  [["north=a", "--wrokers", "4"], "Unknown option '--wrokers'; 'pnpm sync:workers --help' tells the rest"],
])("a mistake in the command says what to do: %j", (args, message) => {
  expect(() => readArguments(args, { KLAVIYO_API_KEY_NORTH: "pk_1" })).toThrow(message);
});

test("a mistake ends the program before it starts anything", async () => {
  const mistake = "--workers expects a whole number from 1, found '0'\n";
  expect(await runProgram("north=a", "--workers", "0")).toEqual({ code: 2, stdout: "", stderr: mistake });
  const missing = "--live needs a key of each account; missing: KLAVIYO_API_KEY_NORTH\n";
  expect(await runProgram("north=a", "--live")).toEqual({ code: 2, stdout: "", stderr: missing });
  const { code, stderr } = await runProgram("north=nowhere.ndjson");
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^ENOENT: .*nowhere\.ndjson'\n$/) });
  expect(await runProgram("--help")).toEqual({ code: 0, stdout: `${usage}\n`, stderr: "" });
});

test("without a Redis the program says so in one line, and ends", async () => {
  const stderr = "Redis cannot be reached at 127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1\n";
  const ended = await runProgram(`north=${import.meta.filename}`, "--redis", "redis://me:secret@127.0.0.1:1");
  expect(ended).toEqual({ code: 3, stdout: "", stderr });
});

test("a pool whose processes die at once again and again is given up", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sync-workers-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const module = join(folder, "dies.mjs");
  await writeFile(module, "process.exit(7);\n");
  const pool = startPool({ size: 1, module: pathToFileURL(module), args: [] });
  onTestFinished(() => pool.stop());
  await expect(pool.failure).rejects.toThrow(
    "workers do not stay alive: 5 in a row ended at once, the last with exit code 7",
  );
  expect(pool.processes.size).toBe(0);
});
