import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Goal, printGoals } from "../goal.ts";
import { generateHeyApi } from "../hey-api.ts";
import { median } from "../median.ts";
import { printTable } from "../print-table.ts";
import type { Subject } from "./subject.ts";
import { type Compilation, tsc } from "./tsc.ts";
import { generateWholeApi } from "./whole-api.ts";

const rounds = 3;
const ours = { name: "@org/client", file: "ours.ts" };
const klaviyoApi = { name: "klaviyo-api 23", file: "klaviyo-api.ts" };
const openapiFetch = { name: "openapi-fetch 0.17", file: "openapi-fetch.ts" };
const byPath = { name: "openapi-fetch 0.17, by path", file: "openapi-fetch-by-path.ts" };

/** What it costs to compile three calls: instantiations, and time of the whole process as a ratio to klaviyo-api. */
export async function benchTypes(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-types-"));
  try {
    await generateHeyApi(join(folder, "hey-api"));
    const heyApi = {
      name: "hey-api 0.99",
      file: "hey-api.ts",
      paths: { "hey-api": [join(folder, "hey-api/index.ts")] },
    };
    const timed = [ours, openapiFetch, byPath, heyApi, klaviyoApi];
    const whole = await wholeApi(folder);
    const found = await compileInRounds(timed, whole);
    print([...timed, ...whole], found, timed);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same calls with the types of the whole API; it has no place in this repository, so there may be none. */
async function wholeApi(folder: string): Promise<Subject[]> {
  const documents = process.env.KLAVIYO_OPENAPI_DIR;
  if (!documents) return [];
  const types = await generateWholeApi(documents, folder);
  const paths = { "@org/types": [types], "@org/types/2026-07-15": [types] };
  return [ours, openapiFetch, byPath].map(({ name, file }) => ({ name: `${name}, whole API`, file, paths }));
}

type Compilations = Map<Subject, Compilation[]>;

async function compileInRounds(timed: readonly Subject[], counted: readonly Subject[]): Promise<Compilations> {
  const found: Compilations = new Map();
  // instantiations are the same every time
  for (const subject of counted) found.set(subject, [await tsc(subject)]);
  for (let round = 0; round < rounds; round++) {
    for (const subject of timed) found.set(subject, [...(found.get(subject) ?? []), await tsc(subject)]);
  }
  return found;
}

function print(subjects: readonly Subject[], found: Compilations, timed: readonly Subject[]): void {
  const of = (subject: Subject): Compilation[] => found.get(subject) as Compilation[];
  const instantiations = (subject: Subject): number => (of(subject)[0] as Compilation).instantiations;
  const time = (subject: Subject): number =>
    median(of(subject).map(({ took }, round) => took / (of(klaviyoApi)[round] as Compilation).took));
  const rows = subjects.map((subject) => [
    subject.name,
    instantiations(subject).toLocaleString("en"),
    timed.includes(subject) ? time(subject).toFixed(2) : "",
  ]);
  printTable(
    `Types: three calls compiled by TypeScript 5.9; time of the whole process as a ratio to klaviyo-api, medians of ${rounds} rounds`,
    [["", "instantiations", "tsc time"], ...rows],
  );
  const whole = subjects.find(({ name }) => name === `${ours.name}, whole API`);
  const goals: Goal[] = [
    { text: "instantiations of @org/client", figure: instantiations(ours), atMost: 8000 },
    { text: "tsc time of @org/client / klaviyo-api", figure: time(ours), atMost: 0.65 },
  ];
  if (whole) {
    const growth = instantiations(whole) / instantiations(ours);
    goals.push({ text: "instantiations with the whole API / with Catalogs", figure: growth, atMost: 1.1 });
  }
  printGoals(goals);
  if (!whole)
    console.log("  (set KLAVIYO_OPENAPI_DIR to a folder with 2026-07-15.json for the types of the whole API)");
}
