import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { snapshot } from "../testing/workspace-copy.ts";
import { runProcess, startProcess } from "./run-process.ts";
import { type Files, Mistake, recover, writeFiles } from "./write-files.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "write-"));
  await start();
});
afterEach(() => rm(root, { recursive: true, force: true }));

const files: Files = new Map([
  ["a.txt", "new a"],
  ["deep/er/b.txt", "new b"],
  ["gone.txt", undefined],
  ["folder/c.txt", "new c"],
]);

async function start() {
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, "folder"), { recursive: true });
  for (const name of ["a.txt", "gone.txt", "folder/c.txt"]) await writeFile(join(root, name), `old ${name}`);
}

const messageOf = (work: Promise<unknown>) =>
  work.then(
    () => "no error",
    (error) => (error instanceof Mistake ? error.message : `not for people: ${error.stack}`),
  );

test("all files become what they should be, and nothing else is left", async () => {
  await writeFiles(root, files);
  const names = ["a.txt", "deep/er/b.txt", "folder/c.txt"].map((name) => join(root, name));
  expect(await snapshot(root)).toEqual(Object.fromEntries(names.map((name, index) => [name, `new ${"abc"[index]}`])));
});

test("a file that can be run still can", async () => {
  await chmod(join(root, "a.txt"), 0o755);
  await writeFiles(root, files);
  expect((await stat(join(root, "a.txt"))).mode & 0o777).toBe(0o755);
});

/** All that changes something on a disk. */
const changes = ["chmod", "mkdir", "rename", "rm", "rmdir", "writeFile"];

/** A program that writes, and from its nth step on the disk, of those that are named, does something else instead. */
const fromStep = (step: number, end: string, steps: readonly string[] = changes) => `
  import { syncBuiltinESMExports } from "node:module";
  import fs from "node:fs/promises";
  let left = ${step};
  for (const name of ${JSON.stringify(steps)}) {
    const real = fs[name];
    fs[name] = async (...args) => {
      if (left-- <= 0) ${end};
      return real(...args);
    };
  }
  syncBuiltinESMExports();
  const { writeFiles } = await import(${JSON.stringify(new URL("write-files.ts", import.meta.url).href)});
  const files = ${JSON.stringify([...files])}.map(([path, text]) => [path, text ?? undefined]);
  await writeFiles(${JSON.stringify(root)}, new Map(files));
`;

/** A thread ends as suddenly as a process and starts sooner. Answers whether it came to its end. */
async function writeUntil(step: number): Promise<boolean> {
  const program = fromStep(step, "process.exit(9)");
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), { stderr: true });
  const [code] = await once(worker, "exit");
  return code === 0;
}

test("killed at any step, it is as before or as it should be once the next run has cleaned up", async () => {
  const before = await snapshot(root);
  await writeFiles(root, files);
  const after = await snapshot(root);
  const seen = new Set<string>();
  for (let step = 0; ; step += 1) {
    await start();
    if (await writeUntil(step)) break;
    const { restored } = await recover(root);
    const now = await snapshot(root);
    expect([before, after], `killed at step ${step}`).toContainEqual(now);
    seen.add(JSON.stringify(now));
    if (restored.length > 0) expect(now).toEqual(before);
    expect(step).toBeLessThan(100);
  }
  expect(seen.size).toBe(2);
}, 120_000);

test("the next writer cleans up, too", async () => {
  const program = fromStep(9, 'process.kill(process.pid, "SIGKILL")');
  const { code } = await runProcess(process.execPath, ["--input-type=module", "--eval", program]);
  expect(code).not.toBe(0);
  await writeFiles(root, new Map([["other.txt", "other"]]));
  const names = Object.keys(await snapshot(root)).map((name) => name.slice(root.length + 1));
  expect(names.sort()).toEqual(["a.txt", "folder/c.txt", "gone.txt", "other.txt"]);
});

/** Every file and folder below the root. */
const everything = async () => (await readdir(root, { recursive: true })).sort();

/** What {@link writeFiles} says where the disk refuses the nth step and all after it; nothing if it came to its end. */
async function writeOnDisk(step: number, end: string, steps: readonly string[]): Promise<string> {
  const program = `${fromStep(step, end, steps).replace(/await writeFiles.*/, "")}
    const { workerData } = await import("node:worker_threads");
    await writeFiles(${JSON.stringify(root)}, new Map(files)).catch(({ name, message }) => workerData.postMessage(name + ": " + message));
    process.exit(0);`;
  const { port1, port2 } = new MessageChannel();
  const url = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
  const worker = new Worker(url, { workerData: port2, transferList: [port2] });
  await once(worker, "exit");
  const told: string = receiveMessageOnPort(port1)?.message ?? "";
  port1.close();
  return told;
}

const refuse = (code: string) => `throw Object.assign(new Error("${code}"), { code: "${code}", syscall: name })`;

test("a disk that is full from any step on is one message, and everything is as before", async () => {
  const [texts, names] = [await snapshot(root), await everything()];
  // What is cut off is there, and empty.
  const cutOff = `{ if (name === "writeFile") await real(args[0], ""); ${refuse("ENOSPC")} }`;
  let step = 0;
  for (; ; step += 1) {
    const told = await writeOnDisk(step, cutOff, ["mkdir", "writeFile"]);
    if (told === "") break;
    expect(told, `step ${step}`).toMatch(/^Mistake: [^\n]*: no space is left on the disk [^\n]*; nothing was changed$/);
    expect([await snapshot(root), await everything()], `step ${step}`).toEqual([texts, names]);
  }
  expect(step).toBeGreaterThan(5);
}, 60_000);

test("a disk that is read-only from any step on is one message, and the next run makes it whole", async () => {
  const before = await snapshot(root);
  await writeFiles(root, files);
  const after = await snapshot(root);
  const outcomes = new Set<string>();
  for (let step = 0; ; step += 1) {
    await start();
    const told = await writeOnDisk(step, refuse("EROFS"), changes);
    if (told === "") break;
    expect(told, `step ${step}`).toMatch(/^Mistake: [^\n]*: the disk is read-only [^\n]*$/);
    outcomes.add(told.split("; ").at(-1) ?? "");
    await recover(root);
    expect([before, after], `step ${step}`).toContainEqual(await snapshot(root));
  }
  expect([...outcomes]).toEqual(["nothing was changed", "run again, which does that first", "the next run removes it"]);
}, 120_000);

test("while another process writes here, nobody else does", async () => {
  const other = startProcess(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], {});
  try {
    const entry = { paths: ["a.txt"], created: [], folders: [] };
    await writeFile(join(root, `.writing-${other.pid}.json`), JSON.stringify(entry));
    const before = await snapshot(root);
    expect(await messageOf(writeFiles(root, files))).toMatch(/: process \d+ is writing here; wait until it ends/);
    expect(await snapshot(root)).toEqual(before);
  } finally {
    other.kill();
  }
});

test("where another program has got the number of a killed one, the advice puts everything back", async () => {
  const before = await snapshot(root);
  const other = startProcess(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], {});
  try {
    const entry = { paths: ["a.txt", "b.txt"], created: ["b.txt"], folders: [] };
    await writeFile(join(root, `.writing-${other.pid}.json`), JSON.stringify(entry));
    await rename(join(root, "a.txt"), join(root, `a.txt.old-${other.pid}`));
    for (const name of ["a.txt", "b.txt"]) await writeFile(join(root, name), "half");
    const [, journal = "", ended = ""] =
      /rename (\S+) to (\S+) and run again/.exec(await messageOf(writeFiles(root, files))) ?? [];
    await rename(join(root, journal), join(root, ended));
    expect((await recover(root)).restored).toEqual(entry.paths);
    expect(await snapshot(root)).toEqual(before);
  } finally {
    other.kill();
  }
});

test("a damaged journal is one message that says what to do", async () => {
  await writeFile(join(root, `.writing-${2 ** 22 - 1}.json`), '{"paths":["a.tx');
  const before = await snapshot(root);
  expect(await messageOf(writeFiles(root, files))).toMatch(/\.writing-\d+\.json: is damaged, .* and remove it$/);
  expect(await snapshot(root)).toEqual(before);
});

describe("what cannot be written is one message, and nothing has changed", () => {
  const untouched = async (message: RegExp, some: Files = files) => {
    const before = await snapshot(root);
    const told = await messageOf(writeFiles(root, some));
    expect(told).toMatch(message);
    expect(told).not.toContain("\n");
    expect(await snapshot(root)).toEqual(before);
  };

  test("a read-only file", async () => {
    await chmod(join(root, "folder/c.txt"), 0o444);
    await untouched(/folder\/c\.txt: the file is read-only; allow writing/);
  });

  test("a folder in the way", async () => {
    await mkdir(join(root, "x.txt", "inside"), { recursive: true });
    await untouched(/x\.txt: a folder is there/, new Map([...files, ["x.txt", "text"]]));
  });

  test("a file where a folder should be", async () => {
    await untouched(
      /a\.txt\/x: cannot be written: a part of its path is a file/,
      new Map([...files, ["a.txt/x", "text"]]),
    );
  });

  test("a disk that takes no more", async () => {
    const before = await snapshot(root);
    const script = fileURLToPath(new URL("write-files.ts", import.meta.url));
    const program = `import { writeFiles } from ${JSON.stringify(script)};
      const texts = new Map([["a.txt", "new"], ["big.txt", "x".repeat(1_000_000)]]);
      await writeFiles(${JSON.stringify(root)}, texts).catch(({ name, message }) => console.log(name + " " + message));`;
    // The shell counts in blocks: no file of this process may be larger than a few kilobytes.
    const command = 'ulimit -f 16; "$0" --input-type=module --eval "$1"';
    const { stdout } = await runProcess("bash", ["-c", command, process.execPath, program]);
    expect(stdout).toMatch(/^Mistake .*big\.txt: cannot be written: it is larger than this process may write/);
    expect(await snapshot(root)).toEqual(before);
  });
});
