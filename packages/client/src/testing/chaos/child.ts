// The process of a chaos run that is killed: `node child.ts '{"seed":1,…}'`.
import { appendFileSync } from "node:fs";
import { bulk } from "../../bulk/bulk.ts";
import { fileCheckpoint } from "../../checkpoint/file-checkpoint.ts";
import { createClient as createOldClient } from "../../generated/2023-12-15.ts";
import { createClient } from "../../generated/2026-07-15.ts";
import { fastClock } from "./fast-clock.ts";
import { scenarioOf } from "./scenario.ts";

/** What the parent tells its child. */
export interface ChildOptions {
  seed: number;
  count: number;
  origin: number;
  baseUrl: string;
  /** Files of the checkpoint, and of the outcomes, one a line. */
  checkpoint: string;
  outcomes: string;
}

const { seed, count, origin, baseUrl, checkpoint, outcomes } = JSON.parse(process.argv[2] as string) as ChildOptions;
const { action, type, records, order, isOld } = scenarioOf(seed, count);
const settings = { apiKey: "pk_test", baseUrl, clock: fastClock(origin) };
const klaviyo = isOld ? (createOldClient(settings) as never) : createClient(settings);
const options = { checkpoint: fileCheckpoint(checkpoint), order };
for await (const { index, status, error } of bulk(klaviyo, action, type, records as never[], options)) {
  appendFileSync(outcomes, `${JSON.stringify({ index, status, code: error?.code })}\n`);
}
