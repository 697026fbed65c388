import { type Client, catalogId } from "@org/client";
import { inParallel } from "../plan/in-parallel.ts";
import { countOf, type Links } from "../plan/link-plan.ts";
import type { Progress, StepHooks } from "./outcome.ts";

/** How many items one call puts into a category, or takes out of it. */
const linksPerCall = 100;

/**
 * Puts items into categories or takes them out, many in one call.
 *
 * @param obstacle why a link cannot be sent, if so
 */
export async function sendLinks(
  klaviyo: Client,
  action: "link" | "unlink",
  links: Links,
  obstacle: (item: string, category: string) => string | undefined,
  hooks: StepHooks,
): Promise<void> {
  const total = countOf(links);
  const began = performance.now();
  /** Without those that could not be sent, which take no time. */
  let sent = 0;
  let finished = 0;
  let failed = 0;
  const tell = (items: readonly string[], category: string, error: string | undefined): void => {
    for (const external_id of items) {
      const outcome = { action, type: "catalog-item", external_id, category } as const;
      hooks.onOutcome(error === undefined ? { ...outcome, status: "done" } : { ...outcome, status: "failed", error });
    }
    finished += items.length;
    if (error !== undefined) failed += items.length;
    hooks.onProgress({ finished, failed, total, ...paceOf(sent, total - finished, performance.now() - began) });
  };
  const isPossible = (item: string, category: string): boolean => {
    const error = obstacle(item, category);
    if (error !== undefined) tell([item], category, error);
    return error === undefined;
  };
  await inParallel(chunksOf(links, isPossible), async ({ category, chunk }) => {
    if (hooks.signal.aborted) return;
    const data = chunk.map((item) => ({ type: "catalog-item" as const, id: catalogId(item) }));
    const path = "/api/catalog-categories/{id}/relationships/items";
    const init = {
      params: { path: { id: catalogId(category) } },
      body: { data },
      // A link that is there already stays: it is safe to ask again when an answer is lost.
      retry: { methods: ["POST", "DELETE"] },
    };
    hooks.onCalls(1);
    const call = action === "link" ? klaviyo.POST(path, init) : klaviyo.DELETE(path, init);
    const { error }: { error?: Error | undefined } = await call.catch((error: Error) => ({ error }));
    sent += chunk.length;
    tell(chunk, category, error?.message);
  });
}

/** @param duration milliseconds that it took to send so many */
function paceOf(sent: number, left: number, duration: number): Pick<Progress, "recordsPerMinute" | "remaining"> {
  if (sent === 0) return {};
  const recordsPerMinute = (sent / Math.max(duration, 1)) * 60_000;
  return { recordsPerMinute, remaining: (left / recordsPerMinute) * 60_000 };
}

function* chunksOf(
  links: Links,
  isPossible: (item: string, category: string) => boolean,
): Generator<{ category: string; chunk: string[] }> {
  for (const [category, items] of links) {
    const possible = items.filter((item) => isPossible(item, category));
    for (let start = 0; start < possible.length; start += linksPerCall) {
      yield { category, chunk: possible.slice(start, start + linksPerCall) };
    }
  }
}
