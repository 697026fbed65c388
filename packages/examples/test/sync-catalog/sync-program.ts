import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { createMock, type Mock, type MockOptions, type RecordedRequest } from "@org/mock";
import { onTestFinished } from "vitest";

const program = join(import.meta.dirname, "../../src/sync-catalog/main.ts");
export const samples = join(import.meta.dirname, "../../src/sync-catalog/sample");

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The program, in a folder of its own, against a mock that a test can look into. */
export interface Bench {
  mock: Mock;
  folder: string;
  /** Writes a file into the folder; returns its name. */
  file(name: string, text: string): Promise<string>;
  run(...args: string[]): Promise<Ended>;
  /** Runs the program with so many megabytes for all that it holds. */
  runWithin(megabytes: number, ...args: string[]): Promise<Ended>;
  /** Runs the program with nobody who reads what it prints; returns its exit code. */
  runUnread(...args: string[]): Promise<number | null>;
  /** Runs the program and stops it with a signal once the mock has got such a request. */
  runUntil(isMoment: (request: RecordedRequest) => boolean, signal: NodeJS.Signals, ...args: string[]): Promise<Ended>;
}

export async function bench(options: MockOptions = {}): Promise<Bench> {
  let onRequest: MockOptions["onRequest"];
  const mock = createMock({
    pace: { queued: 0, processing: 0 },
    ...options,
    onRequest: (request) => {
      options.onRequest?.(request);
      onRequest?.(request);
    },
  });
  const server = await mock.listen();
  const folder = await mkdtemp(join(tmpdir(), "sync-catalog-"));
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const start = (args: string[], more: Record<string, string> = {}) => {
    const env = { ...process.env, KLAVIYO_MOCK_URL: server.url, KLAVIYO_API_KEY: "", ...more };
    return spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  };
  return {
    mock,
    folder,
    file: async (name, text) => {
      await writeFile(join(folder, name), text);
      return name;
    },
    run: (...args) => ended(start(args)),
    runWithin: (megabytes, ...args) => ended(start(args, { NODE_OPTIONS: `--max-old-space-size=${megabytes}` })),
    async runUnread(...args) {
      const child = start(args);
      child.stdout.destroy();
      child.stderr.destroy();
      return (await once(child, "close"))[0];
    },
    runUntil: (isMoment, signal, ...args) => {
      const child = start(args);
      onRequest = (request) => {
        if (!isMoment(request)) return;
        onRequest = undefined;
        child.kill(signal);
      };
      return ended(child);
    },
  };
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ended> {
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code, stdout, stderr };
}

/** Lines of NDJSON. */
export function ndjson(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

export function item(external_id: string, attributes: object = {}): object {
  const url = `https://shop.example/${external_id}`;
  return { type: "catalog-item", external_id, title: external_id, description: "", url, ...attributes };
}

export function variant(external_id: string, of: string, attributes: object = {}): object {
  const own = { type: "catalog-variant", sku: external_id, price: 1, inventory_quantity: 1, item: of };
  return { ...item(external_id), ...own, ...attributes };
}
