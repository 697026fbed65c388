import type { Client } from "@org/client";
import type { CatalogRecord } from "../catalog/catalog-record.ts";
import { countOf, type Links } from "../plan/link-plan.ts";
import { actionOf, type Plan } from "../plan/make-plan.ts";
import type { Outline } from "../plan/outline.ts";
import type { Step, StepHooks } from "./outcome.ts";
import { sendLinks } from "./send-links.ts";
import { type Sendable, sendRecords } from "./send-records.ts";

export interface SendHooks extends StepHooks {
  /** @param number from 1 to `steps` */
  onStep: (step: Step, number: number, steps: number) => void;
}

type Work = Step & ({ action: "create" | "update" } | { action: "delete"; ids: string[] } | LinkWork);
type LinkWork = { action: "link" | "unlink"; links: Links };

/**
 * Does what a plan says: first what others belong to, then those, then links; and deletes in the opposite order. Ends
 * early when the signal is aborted, once what was submitted is settled.
 *
 * @throws what a call is refused for that no record is to blame for, and what the signal aborts with
 */
export async function sendPlan(klaviyo: Client, plan: Plan, outline: Outline, hooks: SendHooks): Promise<void> {
  const works = worksOf(plan);
  /** What could not be created: what belongs to it is not sent. */
  const lost = new Set<string>();
  const onOutcome: StepHooks["onOutcome"] = (outcome) => {
    if (outcome.action === "create" && outcome.status !== "done") lost.add(`${outcome.type} ${outcome.external_id}`);
    hooks.onOutcome(outcome);
  };
  const obstacleOf = (...needed: string[]): string | undefined => {
    const missing = needed.find((one) => lost.has(one));
    return missing && `not sent, because the ${missing} could not be created`;
  };

  async function* recordsFor({ action, type }: Step): AsyncGenerator<CatalogRecord> {
    for await (const record of outline.readAgain()) {
      const remembered = record.type === type && outline.get(type, record.external_id);
      if (remembered && actionOf(remembered) === action) yield record;
    }
  }

  for (const [index, work] of works.entries()) {
    if (hooks.signal.aborted) break;
    const { action, type, total } = work;
    hooks.onStep({ action, type, total }, index + 1, works.length);
    const stepHooks = { ...hooks, onOutcome };
    if ("links" in work) {
      const obstacle = (item: string, category: string) =>
        obstacleOf(`catalog-category ${category}`, `catalog-item ${item}`);
      await sendLinks(klaviyo, work.action, work.links, obstacle, stepHooks);
    } else {
      const records = "ids" in work ? work.ids.map((external_id) => ({ external_id })) : recordsFor(work);
      const obstacle = ({ item }: Sendable) => obstacleOf(`catalog-item ${item}`);
      await sendRecords(klaviyo, { action: work.action, type, total, records, obstacle }, stepHooks);
    }
  }
}

function worksOf({ types, links }: Plan): Work[] {
  const item = "catalog-item";
  const works: Work[] = [
    ...types.flatMap(({ type, create, update }) => [
      { action: "create" as const, type, total: create },
      { action: "update" as const, type, total: update },
    ]),
    { action: "link", type: item, total: countOf(links.add), links: links.add },
    { action: "unlink", type: item, total: countOf(links.remove), links: links.remove },
    ...types.toReversed().map(({ type, delete: ids }) => ({ action: "delete" as const, type, total: ids.length, ids })),
  ];
  return works.filter(({ total }) => total > 0);
}
