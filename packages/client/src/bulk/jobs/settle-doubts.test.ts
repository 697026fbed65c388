import { expect, test } from "vitest";
import type { BulkAction, JobAction } from "../records/bulk-record.ts";
import { entryOf } from "../records/entry.ts";
import type { Calls, Found } from "./calls.ts";
import type { Verdict } from "./job-outcomes.ts";
import { isAsSent, isMissing, isTaken, settleDoubts } from "./settle-doubts.ts";

test.each([
  ["duplicate_resource", true],
  ["Conflict", true],
  ["already_exists", true],
  ["invalid", false],
])("whether the code %s says that a record exists: %j", (code, expected) => {
  expect(isTaken({ code, detail: "" })).toBe(expected);
});

test.each([
  [{ code: "not_found" }, true],
  [{ code: "resource_not_found", pointer: "/id" }, true],
  [{ code: "Does_Not_Exist", pointer: "" }, true],
  // It is a record that it names.
  [{ code: "not_found", pointer: "/relationships/item/data/id" }, false],
  [{ code: "invalid", pointer: "/id" }, false],
])("whether %j says that a record does not exist: %j", (error, expected) => {
  expect(isMissing({ ...error, detail: "" })).toBe(expected);
});

/** Calls to a catalog that has these records, which tell what they were asked for. */
function catalog(records: Record<string, Found["attributes"]>) {
  const asked: unknown[] = [];
  const calls = {
    async find(ids: string[], attributes?: "all") {
      asked.push([...ids, attributes]);
      return new Map(ids.flatMap((id) => (records[id] ? [[id, { id, attributes: records[id] }]] : [])));
    },
  } as unknown as Calls;
  return { asked, calls };
}

/** What a job says of records with the ids C0 and so on: their errors, if they have any. */
function verdicts(action: BulkAction, record: object, ...codes: (string | undefined)[]): Verdict[] {
  return codes.map((code, index) => {
    const entry = { ...entryOf(record, index, action, "catalog-category"), id: `C${index}` };
    return code ? { entry, status: "failed", error: { code, detail: "No." } } : { entry, status: "done" };
  });
}

const shirts = { external_id: "C", name: "Shirts" };
const chunk = (action: JobAction, again?: boolean) => ({ number: 0, action, entries: [], again });

test("what a job failed to create because an earlier one has created it, as it was sent, is done", async () => {
  const said = verdicts(
    "create",
    shirts,
    undefined,
    "duplicate_resource",
    "duplicate_resource",
    "duplicate_resource",
    "invalid",
  );
  const { asked, calls } = catalog({ C1: shirts, C2: { ...shirts, name: "Trousers" }, C4: shirts });
  const settled = await settleDoubts(said, chunk("create", true), calls);
  expect(settled.map(({ status }) => status)).toEqual(["done", "done", "failed", "failed", "failed"]);
  expect(settled[1]).toEqual({ entry: said[1]?.entry, status: "done" });
  expect(asked).toEqual([["C1", "C2", "C3", "all"]]);
});

test("who has deleted what a job has not found, nobody can tell", async () => {
  const said = verdicts("delete", { id: "C" }, undefined, "not_found", "invalid");
  const { asked, calls } = catalog({});
  const settled = await settleDoubts(said, chunk("delete", true), calls);
  expect(settled.map(({ status, error }) => [status, error?.code])).toEqual([
    ["done", undefined],
    ["unknown", "not_found"],
    ["failed", "invalid"],
  ]);
  expect(asked).toEqual([]);
});

test.each<[string, JobAction, boolean | undefined, string]>([
  ["that was sent once", "create", undefined, "duplicate_resource"],
  ["without such an error", "create", true, "not_found"],
  ["of updates", "update", true, "not_found"],
  ["of deletions without such an error", "delete", true, "duplicate_resource"],
])("a job %s leaves no doubts", async (_, action, again, code) => {
  const said = verdicts("create", shirts, undefined, code);
  const { asked, calls } = catalog({ C1: shirts });
  expect(await settleDoubts(said, chunk(action, again), calls)).toBe(said);
  expect(asked).toEqual([]);
});

test("a job is that of a chunk if all that it has done is as it was sent", async () => {
  const said = verdicts("create", shirts, undefined, "invalid", undefined);
  const { asked, calls } = catalog({ C0: shirts, C2: shirts });
  expect(await isAsSent(said, chunk("create"), calls)).toBe(true);
  expect(asked).toEqual([["C0", "C2", "all"]]);
  expect(await isAsSent(said, chunk("create"), catalog({ C0: shirts }).calls)).toBe(false);
  const changed = catalog({ C0: shirts, C2: { ...shirts, name: "Trousers" } });
  expect(await isAsSent(said, chunk("create"), changed.calls)).toBe(false);
});

test("a job of deletions is that of a chunk if nothing that it has deleted is there", async () => {
  const said = verdicts("delete", { id: "C" }, undefined, "not_found");
  expect(await isAsSent(said, chunk("delete"), catalog({ C1: shirts }).calls)).toBe(true);
  expect(await isAsSent(said, chunk("delete"), catalog({ C0: shirts }).calls)).toBe(false);
});

test("what an update does to relationships is not to be seen, as it is of what was created", async () => {
  const { calls } = catalog({ C0: shirts });
  const relationships = { items: { data: [] } };
  const isSent = (action: JobAction, more: object) =>
    isAsSent(verdicts(action, { id: "C", ...shirts, ...more }, undefined), chunk(action), calls);
  expect([await isSent("update", {}), await isSent("update", { relationships })]).toEqual([true, false]);
  expect([await isSent("create", {}), await isSent("create", { relationships })]).toEqual([true, true]);
});
