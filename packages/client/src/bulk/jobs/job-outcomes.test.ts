import { expect, test } from "vitest";
import type { ApiErrorItem } from "../../answers/api-error.ts";
import { entryOf } from "../records/entry.ts";
import type { Job } from "./calls.ts";
import { errorsByPlace, verdictsOf } from "./job-outcomes.ts";

const at = (pointer: string): Pick<ApiErrorItem, "source"> => ({ source: { pointer } });

test("errors are told by the place of their record, and where in it; the first of a record says enough", () => {
  const errors = [
    { code: "invalid", title: "Invalid.", detail: "No name.", ...at("/data/attributes/items/data/3/attributes/name") },
    { code: "refused", detail: "Nor a price.", ...at("/data/attributes/items/data/3/attributes/price") },
    { title: "Gone.", ...at("/data/attributes/items/data/12") },
    { code: "taken", ...at("/data/attributes/items/data/0/id") },
    at("/data/attributes/items/data/1"),
  ];
  expect(errorsByPlace(errors)).toEqual(
    new Map([
      [3, { code: "invalid", title: "Invalid.", detail: "No name.", pointer: "/attributes/name" }],
      [12, { code: "error", title: "Gone.", detail: "Gone.", pointer: undefined }],
      [0, { code: "taken", title: undefined, detail: "taken", pointer: "/id" }],
      [1, { code: "error", title: undefined, detail: "error", pointer: undefined }],
    ]),
  );
});

test.each([
  "",
  "/data/attributes",
  "/data/attributes/items/data",
  "/data/attributes/items/data/x",
  "/data/attributes/items/data/1x",
  "/errors/data/attributes/items/data/1",
  "/data/attributes/it/ems/data/1",
])("an error at %j is none of a record", (pointer) => {
  expect(errorsByPlace([{ code: "invalid", ...at(pointer) }, { code: "invalid" }]).size).toBe(0);
});

const entries = [0, 1, 2, 3].map((index) =>
  entryOf({ external_id: `C${index}`, name: "Category" }, index, "create", "catalog-category"),
);

/** What a job says that has written the records of these places. */
function told(attributes: Partial<Job["attributes"]>, written?: number[]) {
  const data = written?.map((place) => ({ id: entries[place]?.id as string }));
  const job: Job = {
    id: "J1",
    attributes: { status: "complete", created_at: "2026-01-01T00:00:00Z", total_count: 4, ...attributes },
    ...(data && { relationships: { categories: { data } } }),
  };
  const verdicts = verdictsOf(
    job,
    { number: 0, action: "create", entries: entries.with(2, undefined as never) },
    "categories",
  );
  return verdicts.map(({ entry, status, error }) => [entry.index, status, ...(error ? [error.code] : [])]);
}
const errors = [{ code: "taken", ...at("/data/attributes/categories/data/1") }];
const cancelled = { status: "cancelled", completed_count: 1 };

test.each<[string, Parameters<typeof told>, ReturnType<typeof told>]>([
  [
    "that is complete has done all",
    [{}],
    [
      [0, "done"],
      [1, "done"],
      [3, "done"],
    ],
  ],
  [
    "that has errors has done the others",
    [{ errors, failed_count: 1 }],
    [
      [0, "done"],
      [1, "failed", "taken"],
      [3, "done"],
    ],
  ],
  [
    "that has no errors, but null",
    [{ errors: null, failed_count: null }],
    [
      [0, "done"],
      [1, "done"],
      [3, "done"],
    ],
  ],
  [
    "that names fewer failures than it counts is silent about the records that it does not name",
    [{ errors, failed_count: 2 }, [3]],
    [
      [0, "unknown", "not_reported"],
      [1, "failed", "taken"],
      [3, "done"],
    ],
  ],
  [
    "that was cancelled has not done what it does not name, if it names as many as it counts",
    [{ ...cancelled, errors }, [0]],
    [
      [0, "done"],
      [1, "failed", "taken"],
      [3, "failed", "job_cancelled"],
    ],
  ],
  [
    "that was cancelled is silent about the others, if it counts more than it names",
    [{ ...cancelled, completed_count: 2 }, [0]],
    [
      [0, "done"],
      [1, "unknown", "not_reported"],
      [3, "unknown", "not_reported"],
    ],
  ],
  [
    "that was cancelled and counts nothing has done nothing",
    [{ status: "cancelled", completed_count: null }],
    [
      [0, "failed", "job_cancelled"],
      [1, "failed", "job_cancelled"],
      [3, "failed", "job_cancelled"],
    ],
  ],
])("a job %s", (_, job, verdicts) => {
  expect(told(...job)).toEqual(verdicts);
});

test("what a job does not tell of a record is told with its id", () => {
  const [entry] = entries;
  const details = (attributes: Partial<Job["attributes"]>, relationships?: Job["relationships"]) => {
    const job = {
      id: "J1",
      attributes: { created_at: "", total_count: 1, failed_count: 3, ...attributes },
      relationships,
    };
    const chunk = { number: 0, action: "create", entries: [entry] } as const;
    return verdictsOf(job as Job, chunk as never, "categories").map(({ error }) => error?.detail);
  };
  expect(details({ status: "complete" })).toEqual(["The job J1 says that 3 records failed, but not which."]);
  expect(details({ status: "cancelled" }, {})).toEqual(["The job J1 was cancelled before this record."]);
  expect(details({ status: "cancelled" }, { categories: {} })).toEqual([
    "The job J1 was cancelled before this record.",
  ]);
});
