import type { ResourceObject } from "../documents/document.ts";
import { jobObject } from "../documents/job-object.ts";
import { resourceObject } from "../documents/resource-object.ts";
import { notFound } from "../http/refusals.ts";
import { type Job, type JobFamily, jobType } from "../jobs/job.ts";
import { plural } from "../state/kind.ts";
import type { Exchange, Handler } from "./handler.ts";

export function getJob(family: JobFamily): Handler {
  return (exchange) => {
    const job = exchange.account.jobs.get(exchange.path.job_id ?? "");
    if (job === undefined || jobType(job) !== jobType(family)) throw notFound(`The job '${exchange.path.job_id}'`);
    return { data: jobObject(job, exchange.urls), ...succeeded(exchange, job), links: { self: exchange.url.href } };
  };
}

/** The records a job wrote, as far as they still exist, if `include` asks for them. */
function succeeded({ account: { catalog }, query, urls }: Exchange, job: Job): { included?: ResourceObject[] } {
  if (!query.include.has(plural[job.kind])) return {};
  const records = job.succeeded.flatMap((id) => catalog.get(job.kind, id) ?? []);
  return { included: records.map((record) => resourceObject(record, { catalog, urls, linkage: false })) };
}
