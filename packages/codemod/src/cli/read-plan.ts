import { Mistake } from "../files/mistake.ts";
import { current, migrations, revisions } from "../generated/migrations.ts";
import { type Plan, planMigration } from "../migration/plan.ts";

/** The plan for two revisions that this version of the package knows. */
export async function readPlan(from: string, to: string, { unpin = false } = {}): Promise<Plan> {
  for (const revision of [from, to]) {
    if (revisions.includes(revision)) continue;
    throw new Mistake(
      `this version of @org/codemod does not know the revision ${JSON.stringify(revision)}; it knows ${revisions.join(", ")}. A later one may: npx @org/codemod@latest`,
    );
  }
  if (from === to) throw new Mistake(`from and to are both ${from}; name two revisions`);
  if (unpin && to !== current) {
    throw new Mistake(`--unpin: the entry without a revision stands for ${current}, not for ${to}`);
  }
  const load = migrations[`${from}--${to}`];
  if (!load) throw new Error(`no migration from ${from} to ${to} was generated`);
  const { migration } = await load();
  return planMigration(migration, { current, unpin });
}
