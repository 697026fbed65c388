import { jobObject } from "../documents/job-object.ts";
import { pageLinks } from "../documents/page-links.ts";
import type { JobFamily } from "../jobs/job.ts";
import { takePage } from "../query/take-page.ts";
import type { Handler } from "./handler.ts";

export function listJobs(family: JobFamily): Handler {
  return ({ account, query, url, urls }) => {
    const statuses = query.filter.map((term) => term.value);
    const page = takePage(account.jobs.list(family), {
      ...query,
      matches: (job) => statuses.every((status) => job.status === status),
    });
    return { data: page.entries.map((job) => jobObject(job, urls)), links: pageLinks(url, page) };
  };
}
