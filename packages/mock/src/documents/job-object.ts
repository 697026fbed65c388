import { plural } from "../catalog/kind.ts";
import { timestamp } from "../clock/clock.ts";
import { type Job, jobType } from "../jobs/job.ts";
import { identifier, type ResourceObject, type Urls } from "./document.ts";

export function jobObject(job: Job, urls: Urls): ResourceObject {
  const { kind, id } = job;
  const type = jobType(job);
  const { self, relationship } = urls(type, id);
  const name = plural[kind];
  return {
    type,
    id,
    attributes: {
      status: job.status,
      created_at: timestamp(job.created),
      total_count: job.records.length,
      completed_count: job.done - job.failed,
      failed_count: job.failed,
      completed_at: job.ended === undefined ? null : timestamp(job.ended),
      expires_at: timestamp(job.expires),
      errors: job.errors,
    },
    relationships: {
      [name]: {
        data: job.succeeded.map((succeeded) => identifier({ kind, id: succeeded })),
        links: relationship(name),
      },
    },
    links: { self },
  };
}
