import { readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Mistake } from "./mistake.ts";

/** What has to be known of a transaction to put everything back. Paths are relative to its root. */
interface Entry {
  paths: string[];
  /** Those of the paths at which there was nothing before. */
  created: string[];
  /** Folders that were made, absolute, those first that hold the others. */
  folders: string[];
}

/** The journal of a transaction that is going on. */
export interface Journal {
  /** Where a text waits until it takes its place. */
  newName: (path: string) => string;
  /** Where a file waits until nobody will need it any more. */
  oldName: (path: string) => string;
  /** Notes a folder that was made. */
  addFolder: (folder: string) => Promise<void>;
  /** Ends the transaction: from here on it has happened. */
  commit: () => Promise<void>;
  /** Removes what nobody needs any more after {@link commit}. */
  cleanUp: () => Promise<void>;
  /** Puts everything back. */
  undo: () => Promise<void>;
}

/** A person can say of a journal that its process has ended, where another program has got the number meanwhile. */
const pattern = /^\.(writing|written)-(\d+)(-ended)?\.json$/;

/** Writes down what is about to happen; from here on {@link recover} can put it back. */
export async function openJournal(
  root: string,
  { paths, created }: Pick<Entry, "paths" | "created">,
): Promise<Journal> {
  const entry: Entry = { paths, created, folders: [] };
  const files = filesOf(root, process.pid);
  const save = async () => {
    // As a whole or not at all: a journal that is cut off would be none.
    await writeFile(`${files.writing}.new`, JSON.stringify(entry));
    await rename(`${files.writing}.new`, files.writing);
  };
  try {
    await save();
  } catch (error) {
    // On a full disk it is there, and empty; on a read-only one it is not.
    await rm(`${files.writing}.new`, { force: true }).catch(() => {});
    throw error;
  }
  return {
    newName: files.newName,
    oldName: files.oldName,
    async addFolder(folder) {
      entry.folders.push(folder);
      await save();
    },
    async commit() {
      await rename(files.writing, files.written);
    },
    async cleanUp() {
      await cleanUp(root, process.pid, entry);
      await rm(files.written, { force: true });
    },
    async undo() {
      await putBack(root, process.pid, entry);
      await removeJournal(files.writing, entry);
    },
  };
}

export interface Recovered {
  /** The files that were put back. */
  restored: string[];
  /** The process that is writing there right now, if one is, its journal, and what to call that if it is another program. */
  writer?: { pid: number; journal: string; ended: string };
}

interface Found {
  name: string;
  isWritten: boolean;
  pid: number;
  /** Whether the process that wrote it may still go on. */
  isGoingOn: boolean;
}

/**
 * Finishes what killed processes left in `root`: puts everything back, or, where all was written already, removes what was
 * replaced.
 */
export async function recover(root: string): Promise<Recovered> {
  const recovered: Recovered = { restored: [] };
  for (const name of await namesIn(root)) {
    if (/^\.writing-\d+\.json\.new$/.test(name)) await rm(join(root, name), { force: true });
  }
  for (const { name, isWritten, pid, isGoingOn } of await journalsIn(root)) {
    if (isGoingOn) {
      recovered.writer = { pid, journal: name, ended: name.replace(/\.json$/, "-ended.json") };
      continue;
    }
    const file = join(root, name);
    const entry = parse(await readFile(file, "utf8"), file);
    if (isWritten) {
      await cleanUp(root, pid, entry);
      await rm(file, { force: true });
    } else {
      await putBack(root, pid, entry);
      await removeJournal(file, entry);
      recovered.restored.push(...entry.paths);
    }
  }
  return recovered;
}

/** Whether {@link recover} would put files back in `root`. */
export async function needsRecovery(root: string): Promise<boolean> {
  return (await journalsIn(root)).some(({ isWritten, isGoingOn }) => !isWritten && !isGoingOn);
}

async function journalsIn(root: string): Promise<Found[]> {
  return (await namesIn(root)).flatMap((name): Found[] => {
    const [, state, digits, ended] = pattern.exec(name) ?? [];
    if (digits === undefined) return [];
    const pid = Number(digits);
    const isGoingOn = ended === undefined && pid !== process.pid && isAlive(pid);
    return [{ name, isWritten: state === "written", pid, isGoingOn }];
  });
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** @throws Mistake when somebody has damaged the journal, which is only ever written whole */
function parse(text: string, file: string): Entry {
  try {
    return JSON.parse(text);
  } catch {
    throw new Mistake(
      `${file}: is damaged, so what a killed process had begun cannot be put back; look at the files that end in .old-<number> beside it, and remove it`,
    );
  }
}

function filesOf(root: string, pid: number) {
  return {
    writing: join(root, `.writing-${pid}.json`),
    written: join(root, `.written-${pid}.json`),
    newName: (path: string) => join(root, `${path}.new-${pid}`),
    oldName: (path: string) => join(root, `${path}.old-${pid}`),
  };
}

async function putBack(root: string, pid: number, { paths, created }: Entry): Promise<void> {
  const { newName, oldName } = filesOf(root, pid);
  for (const path of paths) {
    if (await exists(oldName(path))) await rename(oldName(path), join(root, path));
    else if (created.includes(path)) await rm(join(root, path), { force: true });
    await rm(newName(path), { force: true });
  }
}

/** Ends a transaction that was put back. */
async function removeJournal(file: string, { folders }: Entry): Promise<void> {
  await rm(file, { force: true });
  // It is left where the disk had no room for what the journal had to add.
  await rm(`${file}.new`, { force: true });
  // A folder in which something else lies by now stays; the journal itself may have been in one.
  for (const folder of [...folders].reverse()) await removeEmpty(folder);
}

async function cleanUp(root: string, pid: number, { paths }: Entry): Promise<void> {
  const { newName, oldName } = filesOf(root, pid);
  for (const path of paths) for (const name of [newName(path), oldName(path)]) await rm(name, { force: true });
}

/** Removes a folder and those in it, as long as there is no file. */
export async function removeEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeEmpty(join(folder, entry.name));
  await rmdir(folder).catch(() => {});
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Whether a process of this number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
