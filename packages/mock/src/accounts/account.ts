import type { Jobs } from "../jobs/jobs.ts";
import type { Windows } from "../limits/windows.ts";
import type { Catalog } from "../state/catalog.ts";
import type { Subscriptions } from "../state/subscriptions.ts";
import type { KnownAnswers } from "./known-answers.ts";

/** Everything that belongs to one account and to no other. */
export interface Account {
  readonly name: string;
  readonly catalog: Catalog;
  readonly jobs: Jobs;
  readonly windows: Windows;
  readonly subscriptions: Subscriptions;
  readonly answers: KnownAnswers;
}
