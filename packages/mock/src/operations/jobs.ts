import { plural } from "../catalog/kind.ts";
import type { ResourceInput } from "../catalog/resource-input.ts";
import type { ResourceObject } from "../documents/document.ts";
import { jobObject } from "../documents/job-object.ts";
import { uriOf } from "../documents/page-links.ts";
import { resourceObject } from "../documents/resource-object.ts";
import { notFound } from "../fragment/api-problem.ts";
import { type Job, type JobFamily, jobType } from "../jobs/job.ts";
import type { Handler, HandlerContext } from "./handler-context.ts";
import { pageOf } from "./pages.ts";

type SubmittedJob = { data: { attributes: Record<string, { data: readonly ResourceInput[] }> } };

export function submitJob(family: JobFamily): Handler {
  const name = plural[family.kind];
  return ({ account, body, now, url, urls }) => {
    const records = (body as SubmittedJob).data.attributes[name]?.data ?? [];
    const job = account.jobs.submit(family, records, `/data/attributes/${name}/data`, now);
    return { data: jobObject(job, urls), links: { self: uriOf(url) } };
  };
}

export function getJob(family: JobFamily): Handler {
  return (context) => {
    const job = context.account.jobs.get(context.path.job_id ?? "");
    if (job === undefined || jobType(job) !== jobType(family)) throw notFound(`The job '${context.path.job_id}'`);
    return { data: jobObject(job, context.urls), ...succeeded(context, job), links: { self: uriOf(context.url) } };
  };
}

export function listJobs(family: JobFamily): Handler {
  return (context) => {
    const { account, query, urls } = context;
    const statuses = query.filter.map((term) => term.value);
    const isWanted = (job: Job) => statuses.every((status) => job.status === status);
    const { entries, links } = pageOf(context, account.jobs.list(family), isWanted);
    return { data: entries.map((job) => jobObject(job, urls)), links };
  };
}

/** The records a job wrote, as far as they still exist, if `include` asks for them. */
function succeeded({ account: { catalog }, query, urls }: HandlerContext, job: Job): { included?: ResourceObject[] } {
  if (!query.include.has(plural[job.kind])) return {};
  const records = job.succeeded.flatMap((id) => catalog.get(job.kind, id) ?? []);
  return { included: records.map((record) => resourceObject(record, { catalog, urls, linkage: false })) };
}
