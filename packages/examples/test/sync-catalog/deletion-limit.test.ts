import { expect, test } from "vitest";
import { deletionRefusal } from "../../src/sync-catalog/plan/deletion-limit.ts";
import { LinkPlan } from "../../src/sync-catalog/plan/link-plan.ts";
import { parseShare, type Share } from "../../src/sync-catalog/plan/share.ts";

function refusal(missing: number, inAccount: number, share: string): string | undefined {
  const counts = { create: 0, update: 0, delete: [], missing, same: 0, inFile: 1, inAccount };
  return deletionRefusal(
    { types: [{ type: "catalog-item", ...counts }], links: new LinkPlan() },
    parseShare(share) as Share,
  );
}

test("every whole share of 100 records may go, and not one record more", () => {
  for (let percent = 0; percent <= 100; percent++) {
    expect(refusal(percent, 100, `${percent}%`)).toBeUndefined();
    expect(refusal(percent + 1, 100, `${percent}%`)).toContain(`and at most ${percent}% may go`);
  }
});

test.each([
  [57, 1_000, "5.7%"],
  [3, 1_000, "0.30%"],
  [1, 8, "12.5%"],
])("%i of %i may go with %s, which is told as it was given", (count, total, share) => {
  expect(refusal(count, total, share)).toBeUndefined();
  expect(refusal(count + 1, total, share)).toContain(`and at most ${share} may go`);
});
