import type { Client } from "@org/client";
import type { RecordType } from "../catalog/attributes.ts";
import { type CatalogRecord, plainRecord } from "../catalog/catalog-record.ts";
import type { Plan } from "../plan/make-plan.ts";
import type { Link } from "../plan/plan-links.ts";
import type { Step, StepHooks } from "./outcome.ts";
import { sendLinks } from "./send-links.ts";
import { sendRecords } from "./send-records.ts";

export interface SendHooks extends StepHooks {
  /** @param number from 1 to `steps` */
  onStep: (step: Step, number: number, steps: number) => void;
}

type Work =
  | { action: "create" | "update" | "delete"; type: RecordType; tasks: { record: CatalogRecord }[] }
  | { action: "link" | "unlink"; type: "catalog-item"; tasks: Link[] };

/**
 * Does what a plan says: first what others belong to, then those, then links; and deletes in the opposite order. Ends
 * early when the signal is aborted, once what was submitted is settled.
 *
 * @throws what a call is refused for that no record is to blame for, and what the signal aborts with
 */
export async function sendPlan(klaviyo: Client, plan: Plan, hooks: SendHooks): Promise<void> {
  const works = worksOf(plan);
  const lost = new Set<string>();
  const onOutcome: StepHooks["onOutcome"] = (outcome, record) => {
    if (outcome.action === "create" && outcome.status !== "done") lost.add(`${outcome.type} ${outcome.external_id}`);
    hooks.onOutcome(outcome, record);
  };
  for (const [index, work] of works.entries()) {
    if (hooks.signal.aborted) break;
    hooks.onStep({ action: work.action, type: work.type, total: work.tasks.length }, index + 1, works.length);
    await sendWork(klaviyo, work, lost, { ...hooks, onOutcome });
  }
}

function worksOf({ types, links }: Plan): Work[] {
  const tasks = (records: CatalogRecord[]) => records.map((record) => ({ record }));
  const works: Work[] = [
    ...types.flatMap(({ type, create, update }) => [
      { action: "create" as const, type, tasks: tasks(create) },
      { action: "update" as const, type, tasks: tasks(update) },
    ]),
    { action: "link", type: "catalog-item", tasks: links.add },
    { action: "unlink", type: "catalog-item", tasks: links.remove },
    ...types.toReversed().map((plan) => ({ action: "delete" as const, type: plan.type, tasks: tasks(plan.delete) })),
  ];
  return works.filter(({ tasks }) => tasks.length > 0);
}

/** @param lost what could not be created; what belongs to it is not sent */
async function sendWork(klaviyo: Client, work: Work, lost: ReadonlySet<string>, hooks: StepHooks): Promise<void> {
  const isPossible = (task: { record: CatalogRecord; category?: string }): boolean => {
    const { record, category } = task;
    const parents = [`catalog-item ${record.item}`, `catalog-category ${category}`];
    const missing = [...parents, `${record.type} ${record.external_id}`].find((parent) => lost.has(parent));
    if (missing !== undefined) {
      const { type, external_id } = record;
      const link = category !== undefined && { category };
      const error = `not sent, because the ${missing} could not be created`;
      hooks.onOutcome(
        { action: work.action, type, external_id, ...link, status: "failed", error },
        plainRecord(record),
      );
    }
    return missing === undefined;
  };
  if (work.action === "link" || work.action === "unlink") {
    await sendLinks(klaviyo, work.action, work.tasks.filter(isPossible), hooks);
  } else {
    const records = work.tasks.filter(isPossible).map(({ record }) => record);
    await sendRecords(klaviyo, { action: work.action, type: work.type, records }, hooks);
  }
}
