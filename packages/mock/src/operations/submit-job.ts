import { jobObject } from "../documents/job-object.ts";
import type { JobFamily } from "../jobs/job.ts";
import { plural } from "../state/kind.ts";
import type { ResourceInput } from "../writes/resource-input.ts";
import type { Handler } from "./handler.ts";

type SubmittedJob = { data: { attributes: Record<string, { data: readonly ResourceInput[] }> } };

export function submitJob(family: JobFamily): Handler {
  const name = plural[family.kind];
  return ({ account, body, now, url, urls }) => {
    const records = (body as SubmittedJob).data.attributes[name]?.data ?? [];
    const job = account.jobs.submit(family, records, `/data/attributes/${name}/data`, now);
    return { data: jobObject(job, urls), links: { self: url.href } };
  };
}
