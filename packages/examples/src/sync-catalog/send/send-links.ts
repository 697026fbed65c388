import { type Client, catalogId } from "@org/client";
import { plainRecord } from "../catalog/catalog-record.ts";
import { inParallel } from "../plan/in-parallel.ts";
import type { Link } from "../plan/plan-links.ts";
import type { StepHooks } from "./outcome.ts";

/** How many items one call puts into a category, or takes out of it. */
const linksPerCall = 100;

/** Puts items into categories or takes them out, many in one call. */
export async function sendLinks(
  klaviyo: Client,
  action: "link" | "unlink",
  links: readonly Link[],
  hooks: StepHooks,
): Promise<void> {
  let finished = 0;
  let failed = 0;
  await inParallel(chunksByCategory(links), async ({ category, chunk }) => {
    if (hooks.signal.aborted) return;
    const data = chunk.map(({ record }) => ({ type: "catalog-item" as const, id: catalogId(record.external_id) }));
    const path = "/api/catalog-categories/{id}/relationships/items";
    const init = {
      params: { path: { id: catalogId(category) } },
      body: { data },
      // A link that is there already stays: it is safe to ask again when an answer is lost.
      retry: { methods: ["POST", "DELETE"] },
    };
    hooks.onCalls(1);
    const error = await failureOf(action === "link" ? klaviyo.POST(path, init) : klaviyo.DELETE(path, init));
    for (const { record } of chunk) {
      const { type, external_id } = record;
      const outcome = { action, type, external_id, category, status: error ? "failed" : "done" } as const;
      hooks.onOutcome(error ? { ...outcome, error } : outcome, plainRecord(record));
    }
    finished += chunk.length;
    if (error) failed += chunk.length;
    hooks.onProgress({ finished, failed, total: links.length });
  });
}

function* chunksByCategory(links: readonly Link[]): Generator<{ category: string; chunk: Link[] }> {
  for (const [category, ofCategory] of Map.groupBy(links, (link) => link.category)) {
    for (let start = 0; start < ofCategory.length; start += linksPerCall) {
      yield { category, chunk: ofCategory.slice(start, start + linksPerCall) };
    }
  }
}

async function failureOf(call: Promise<{ error?: Error | undefined }>): Promise<string | undefined> {
  const { error } = await call.catch((error: Error) => ({ error }));
  return error?.message;
}
