import type { FaultRule, MockOptions } from "@org/mock";
import type { BulkAction, BulkType } from "../../bulk/records/bulk-record.ts";
import { catalogKinds } from "../../bulk/records/catalog-kinds.ts";
import { seeded } from "../random.ts";

/** What a chaos run does, and what has to come of it. */
export interface Scenario {
  action: BulkAction;
  type: BulkType;
  order: "completion" | "input";
  /** Whether it is run at the old revision, of which a deletion does not tell what it deleted. */
  isOld: boolean;
  records: object[];
  /** What is in the catalog before, by the names of `mock.state.load`. */
  before: Record<string, object[]>;
  /** What another run has updated just before, without changing anything: its jobs look like those of this one. */
  earlier: { id: string }[];
  faults: FaultRule[];
  pace: NonNullable<MockOptions["pace"]>;
  /** The status of each record, by its place. */
  statuses: ("done" | "failed")[];
  /** The title or name of every record of the type afterwards, by external id. */
  after: Map<string, string>;
}

const faults = [
  "429=1",
  "500",
  "502",
  "503",
  "503=1",
  "504",
  "html=403",
  "html=503",
  "reset-before",
  "reset-after",
  "cut",
  "empty",
  "media-type",
  "latency=2000",
  "slow-body=1000",
] as const;

/** The scenario of a seed. */
export function scenarioOf(seed: number, count = 2000): Scenario {
  // Neighbouring seeds begin alike.
  const random = seeded(seed * 2_654_435_761);
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
  const action = pick(["create", "update", "delete", "upsert"] as const);
  const type = pick(["catalog-item", "catalog-variant", "catalog-category"] as const);
  const share = { create: 0.02, update: 0.96, delete: 0.96, upsert: 0.5 }[action];
  const named = type === "catalog-category" ? "name" : "title";
  const { plural } = catalogKinds[type];
  const product = { description: "", url: "https://shop.example" };
  const filling = {
    "catalog-item": product,
    "catalog-variant": { ...product, sku: "S", inventory_quantity: 1, price: 1 },
    "catalog-category": {},
  }[type];
  const parent = { type: "catalog-item", id: "$custom:::$default:::parent" };

  const before: Record<string, object[]> = { [plural]: [] };
  if (type === "catalog-variant") before.items = [{ ...product, external_id: "parent", title: "Parent" }];
  const existing: Scenario["earlier"] = [];
  const after = new Map<string, string>();
  for (let number = 0; number < count; number++) {
    if (random() >= share) continue;
    const external_id = `R${number}`;
    before[plural]?.push({
      ...filling,
      external_id,
      [named]: "before",
      ...(type === "catalog-variant" && { item: "parent" }),
    });
    after.set(external_id, "before");
    existing.push({ id: `$custom:::$default:::${external_id}`, [named]: "before" });
  }

  const records: object[] = [];
  const statuses: Scenario["statuses"] = [];
  const used = new Set<string>();
  for (let index = 0; index < count; index++) {
    const isDuplicate = index > 0 && random() < 0.005;
    const external_id = isDuplicate ? pick([...used]) : `R${index}`;
    const id = `$custom:::$default:::${external_id}`;
    const title = `after ${index}`;
    const isInvalid = !isDuplicate && random() < 0.005;
    const isRefused = action !== "delete" && !isInvalid && random() < 0.01;
    const exists = after.has(external_id);
    const relationships = {
      ...(type === "catalog-variant" && action !== "update" && { item: { data: parent } }),
      ...(isRefused &&
        type === "catalog-category" && {
          items: { data: [{ type: "catalog-item", id: "$custom:::$default:::none" }] },
        }),
    };
    const attributes = {
      ...(action !== "update" && { ...filling, external_id: isInvalid ? "" : external_id }),
      [named]: title,
      ...(isRefused && type !== "catalog-category" && { price: -1 }),
    };
    const links = Object.keys(relationships).length && { relationships };
    if (action === "delete") records.push({ id: isInvalid ? 7 : id });
    else records.push({ ...(action === "update" && { id: isInvalid ? "" : id }), ...attributes, ...links });

    const possible = { create: !exists, update: exists, delete: exists, upsert: true }[action];
    const succeeds = !isInvalid && !isRefused && !used.has(external_id) && possible;
    if (!isInvalid) used.add(external_id);
    statuses.push(succeeds ? "done" : "failed");
    if (succeeds && action === "delete") after.delete(external_id);
    else if (succeeds) after.set(external_id, title);
  }
  const scenario: Omit<Scenario, "earlier"> = {
    action,
    type,
    order: pick(["completion", "input"] as const),
    isOld: random() < 0.25,
    records,
    before,
    faults: [
      ...faults.map((play) => ({ play, probability: 0.03 * random() })),
      // Longer than an attempt may take.
      { play: "latency=35000", method: "POST", probability: 0.01 * random() },
    ],
    pace: { queued: 500 * random(), processing: 3000 * random() },
    statuses,
    after,
  };
  // Drawn last, so that a seed stays what it was.
  const updates = action === "update" || action === "upsert";
  return { ...scenario, earlier: updates && random() < 0.5 ? existing : [] };
}
