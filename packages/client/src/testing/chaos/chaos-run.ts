import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, type Mock } from "@org/mock";
import { bulk } from "../../bulk/bulk.ts";
import { catalogKinds } from "../../bulk/records/catalog-kinds.ts";
import { createClient } from "../../generated/2026-07-15.ts";
import { seeded } from "../random.ts";
import type { ChildOptions } from "./child.ts";
import { fastClock } from "./fast-clock.ts";
import { type Scenario, scenarioOf } from "./scenario.ts";

/** How a chaos run went. */
export interface ChaosReport {
  seed: number;
  what: string;
  /** Processes that it took, and how many of them were killed. */
  processes: number;
  killed: number;
  /** Requests, and how many of them were played a fault. */
  requests: number;
  faults: number;
  /** Records without an outcome, records that more than one job wrote, and records with another outcome than the true one. */
  lost: number[];
  doubled: string[];
  wrong: string[];
  /** External ids of which the catalog is not as it has to be. */
  different: string[];
  /** Records of which nobody can find out; there are none but deletions at the old revision. */
  unknown: number;
}

/** Processes of one run at most. */
const mostProcesses = 12;

/**
 * Carries out the scenario of a seed against the mock over HTTP, by processes that are killed at random moments, until one
 * ends by itself, and compares outcomes and catalog with what had to come of it.
 */
export async function chaosRun(seed: number, count?: number): Promise<ChaosReport> {
  const scenario = scenarioOf(seed, count);
  const { before, earlier, faults, pace, records } = scenario;
  const origin = Date.now();
  const clock = fastClock(origin);
  const mock = createMock({ clock, pace, seed });
  await mock.state.load(before);
  const client = createClient({ apiKey: "pk_test", fetch: mock.fetch, clock });
  await bulk(client, "update", scenario.type, earlier as never[]).summary();
  for (const fault of faults) mock.faults.add(fault);
  const { url: baseUrl, close } = await mock.listen();
  const folder = mkdtempSync(join(tmpdir(), "chaos-"));
  const files = { checkpoint: join(folder, "run.db"), outcomes: join(folder, "outcomes.ndjson") };
  const random = seeded(seed + 1_000_000);
  const kills = 1 + Math.floor(random() * 3);
  let processes = 0;
  let killed = 0;
  try {
    for (let isOver = false; !isOver; ) {
      if (++processes > mostProcesses)
        throw new Error(`seed ${seed}: ${mostProcesses} processes have not ended the run`);
      const killAfter = processes <= kills ? 250 + random() * 1250 : undefined;
      const end = await runChild({ seed, count: records.length, origin, baseUrl, ...files }, killAfter);
      if (end.killed) killed++;
      isOver = end.code === 0;
    }
    mock.faults.clear();
    const { length: requests } = mock.requests;
    const faulted = mock.requests.filter(({ fault }) => fault).length;
    return {
      seed,
      what: `${scenario.action} ${scenario.type}${scenario.isOld ? " at the old revision" : ""}`,
      processes,
      killed,
      requests,
      faults: faulted,
      ...checkOutcomes(files.outcomes, scenario),
      doubled: await writtenTwice(mock, scenario),
      different: differences(mock, scenario),
    };
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}

function runChild(
  options: ChildOptions,
  killAfter: number | undefined,
): Promise<{ code: number | null; killed: boolean }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child.ts"), JSON.stringify(options)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (process.env.CHAOS_VERBOSE && errors) console.error(errors);
      resolve({ code, killed: signal === "SIGKILL" });
    });
  });
}

function checkOutcomes(file: string, scenario: Scenario): Pick<ChaosReport, "lost" | "wrong" | "unknown"> {
  const { statuses, action, isOld } = scenario;
  const told = new Map<number, Set<string>>();
  // The last line of a process that was killed may be torn; then its record's outcome comes again.
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (!line.endsWith("}")) continue;
    const { index, status, code } = JSON.parse(line) as { index: number; status: string; code?: string };
    // What an attempt did not get to is for the next one.
    if (code === "not_sent" || code === "not_settled") continue;
    const seen = told.get(index) ?? new Set();
    told.set(index, seen.add(status));
  }
  const lost: number[] = [];
  const wrong: string[] = [];
  let unknown = 0;
  for (const [index, status] of statuses.entries()) {
    const seen = [...(told.get(index) ?? [])];
    if (!seen.length) lost.push(index);
    else if (seen.join() === "unknown" && isOld && action === "delete") unknown++;
    else if (seen.join() !== status) wrong.push(`${index}: ${seen.join(" and ")} instead of ${status}`);
  }
  return { lost, wrong, unknown };
}

interface JobsPage {
  data: { relationships: Record<string, { data: { id: string }[] }> }[];
  links: { next: string | null };
}

/** Ids that several jobs of the run have written. */
async function writtenTwice(mock: Mock, { type, earlier }: Scenario): Promise<string[]> {
  // Once by the run before is not by this one.
  const written = new Map(earlier.map(({ id }) => [id, -1]));
  for (const action of ["create", "update", "delete"]) {
    let next: string | null = `/api/${type}-bulk-${action}-jobs`;
    while (next) {
      const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
      const page = (await (await mock.fetch(next, { headers })).json()) as JobsPage;
      for (const { relationships } of page.data) {
        for (const { id } of relationships[catalogKinds[type].plural]?.data ?? [])
          written.set(id, (written.get(id) ?? 0) + 1);
      }
      next = page.links.next;
    }
  }
  return [...written].filter(([, times]) => times > 1).map(([id]) => id);
}

function differences(mock: Mock, { type, after }: Scenario): string[] {
  const { items, variants, categories } = mock.state;
  const view = { "catalog-item": items, "catalog-variant": variants, "catalog-category": categories }[type];
  const found = new Map(
    view.all().map(({ attributes }) => [attributes.external_id, attributes.title ?? attributes.name]),
  );
  return [...new Set([...after.keys(), ...(found.keys() as Iterable<string>)])].filter(
    (id) => found.get(id) !== after.get(id),
  );
}
