import { createMock, type Mock, virtualClock } from "@org/mock";
import { createClient } from "../generated/2026-07-15.ts";
import { unwrap } from "../helpers/unwrap.ts";
import { type Action, type Amount, idOf, jobOf, type Kind, kinds, recordOf } from "./sample-records.ts";

/** A mock that has something behind every path, and what to call the paths with. */
export interface SampleCatalog {
  mock: Mock;
  /** Whether it has samples for a path; what a revision adds may be something else. */
  serves(path: string): boolean;
  /** Values for the parameters of a path. */
  pathOf(path: string): Record<string, string> | undefined;
  /** A body that the operation accepts; another one every time. */
  bodyOf(method: string, path: string): object | undefined;
}

const served =
  /^\/api\/catalog-([a-z]+-bulk-[a-z]+-jobs(\/\{job_id\})?|[a-z]+(\/\{id\}(\/(items|variants|categories))?)?)\/?$/;

/** Makes a {@link SampleCatalog}: with `everything`, its jobs are done and the item has a variant; with `little`, not. */
export async function sampleCatalog(amount: Amount): Promise<SampleCatalog> {
  const clock = virtualClock();
  const mock = createMock({ limits: false, clock });
  const klaviyo = createClient({ apiKey: "pk_1", retry: false, fetch: mock.fetch });
  const jobs = new Map<string, string>();

  const create = async (kind: Kind, name: string): Promise<void> => {
    const path = `/api/catalog-${kinds[kind]}` as "/api/catalog-items";
    await unwrap(klaviyo.POST(path, { body: { data: recordOf(kind, "create", name, amount) } as never }));
  };
  const submit = async (kind: Kind, action: Action, ...names: string[]): Promise<void> => {
    const path = `/api/catalog-${kind}-bulk-${action}-jobs` as "/api/catalog-item-bulk-create-jobs";
    const { data } = await unwrap(klaviyo.POST(path, { body: jobOf(kind, action, names, amount) as never }));
    jobs.set(path, data.id);
    if (amount === "everything") clock.advance(60_000);
  };
  for (const [kind, name] of [
    ["category", "C"],
    ["item", "I"],
    ["item", "parent"],
    ["variant", "V"],
  ] as const) {
    await create(kind, name);
  }
  for (const kind of ["item", "variant", "category"] as const) {
    await create(kind, `${kind}-old`);
    // the second record of each is the one that fails
    await submit(kind, "create", `${kind}-new`, `${kind}-old`);
    await submit(kind, "update", `${kind}-new`, "missing");
    await submit(kind, "delete", `${kind}-old`, "missing");
  }

  const pathOf = (path: string): Record<string, string> | undefined => {
    const family = /^(.*-jobs)\/\{job_id\}/.exec(path)?.[1];
    if (family) return { job_id: jobs.get(family) ?? "" };
    return path.includes("{id}") ? { id: idOf({ item: "I", variant: "V", category: "C" }[kindOf(path)]) } : undefined;
  };
  let made = 0;
  return {
    mock,
    serves: (path) => served.test(path),
    pathOf,
    bodyOf(method, path) {
      if (method === "GET") return undefined;
      const fresh = `fresh-${made++}`;
      const action = /-bulk-(create|update|delete)-jobs/.exec(path)?.[1] as Action | undefined;
      if (action) return jobOf(kindOf(path), action, [fresh], amount);
      const name = pathOf(path)?.id?.replace(/.*:/, "");
      return { data: recordOf(kindOf(path), name ? "update" : "create", name ?? fresh, amount) };
    },
  };
}

function kindOf(path: string): Kind {
  return path.startsWith("/api/catalog-item")
    ? "item"
    : path.startsWith("/api/catalog-variant")
      ? "variant"
      : "category";
}
