import { expect, test } from "vitest";
import { printCall } from "../code/print-call.ts";
import { firstChoice, initialChoice } from "../form/choice.ts";
import { operations, operationWith } from "../testing/facts.ts";
import { bulkItems } from "./bulk-records.ts";
import { pacedClock } from "./paced-clock.ts";
import { runCode } from "./run-code.ts";
import { createWorld, type Watcher, type World } from "./world.ts";

const paths = operations.map(({ path }) => path);
const unwatched: Watcher = { hooks: {}, onSend: () => {} };

/** Frames of ten milliseconds, as fast as they come. */
function frames(): () => Promise<number> {
  let at = 0;
  const next = (): number => {
    at += 10;
    return at;
  };
  return () => new Promise((resolve) => setTimeout(() => resolve(next()), 0));
}

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await createWorld(paths, { nextFrame: frames() });
  world.clock.speed = 60;
  try {
    await work(world);
  } finally {
    world.stop();
  }
}

test("what is printed runs for every operation, and is answered as it should be", async () => {
  for (const operation of operations) {
    await inWorld(async (world) => {
      const choice = initialChoice(operation);
      if (choice.path.job_id === "")
        choice.path.job_id = world.jobs.get(operation.path.replace(/\/\{job_id\}.*$/, "")) ?? "";
      const { error } = await runCode(printCall(choice, operation), world.clientFor(unwatched), () => {});
      expect(error, operation.id).toBe(undefined);
      expect(world.mock.requests.at(-1)).toMatchObject({ operationId: operation.id, method: operation.method });
    });
  }
}, 60_000);

test("the first call of the page has something to show", async () => {
  await inWorld(async (world) => {
    const choice = firstChoice(operations);
    const operation =
      operations.find(({ id }) => id === choice.operation) ?? operationWith("GET", "/api/catalog-items");
    const { data } = await runCode(printCall(choice, operation), world.clientFor(unwatched), () => {});
    expect((data as { included: unknown[] }).included.length).toBeGreaterThan(3);
  });
});

test("a program says what it logs, and what it throws", async () => {
  await inWorld(async (world) => {
    const logged: unknown[] = [];
    const module = world.clientFor(unwatched);
    const code = `import { createClient as make, catalogId } from "@org/client";\nconsole.log(catalogId("A"), typeof make);`;
    expect(await runCode(code, module, (...values) => logged.push(...values))).toEqual({
      data: undefined,
      error: undefined,
    });
    expect(logged).toEqual(["$custom:::$default:::A", "function"]);
    await expect(runCode('throw new RangeError("no");', module, () => {})).rejects.toThrow("no");
    await expect(runCode("const = 1;", module, () => {})).rejects.toThrow(SyntaxError);
  });
});

test("limits can be switched off and on, and the catalog stays as it is", async () => {
  await inWorld(async (world) => {
    const { createClient } = world.clientFor(unwatched);
    const klaviyo = createClient({ apiKey: "pk_1", rateLimit: false, retry: false });
    const categories = { data: { type: "catalog-category", attributes: { external_id: "NEW", name: "New" } } } as const;
    await klaviyo.POST("/api/catalog-categories", { body: categories });
    world.setLimits(false);
    const calls = await Promise.all(Array.from({ length: 400 }, () => klaviyo.GET("/api/catalog-categories")));
    expect(calls.filter(({ error }) => error)).toEqual([]);
    expect(calls[0]?.data?.data.map(({ attributes }) => attributes.name)).toContain("New");
    world.setLimits(true);
    const limited = await Promise.all(Array.from({ length: 400 }, () => klaviyo.GET("/api/catalog-categories")));
    expect(limited.filter(({ response }) => response.status === 429).length).toBeGreaterThan(0);
  });
}, 30_000);

test("faults hit as often as was said", async () => {
  await inWorld(async (world) => {
    const klaviyo = world.clientFor(unwatched).createClient({ apiKey: "pk_1", retry: false });
    const statuses = async () => {
      const calls = Array.from({ length: 5 }, () => klaviyo.GET("/api/catalog-items"));
      return (await Promise.all(calls)).map(({ response }) => response.status);
    };
    world.setFaults(["503=3"], "three");
    expect(await statuses()).toEqual([503, 503, 503, 200, 200]);
    world.setFaults([], "all");
    expect(await statuses()).toEqual([200, 200, 200, 200, 200]);
  });
});

test("a bulk run ends, and each record with a wrong price fails alone", async () => {
  await inWorld(async (world) => {
    const { bulk, createClient } = world.clientFor(unwatched);
    const run = bulk(createClient({ apiKey: "pk_1" }), "upsert", "catalog-item", bulkItems(300, 100));
    const { done, failed, unknown } = await run.summary();
    expect({ done, failed, unknown }).toEqual({ done: 297, failed: 3, unknown: 0 });
  });
});

test("each timer of the paced clock fires at its own time, also where frames are long", async () => {
  const clock = pacedClock({ nextFrame: frames() });
  clock.speed = 1_000;
  const began = clock.now();
  const fired: number[] = [];
  const after = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  clock.after(50, () => fired.push(-1))();
  for (let step = 0; step < 4; step++) {
    await after(123);
    fired.push(clock.now() - began);
  }
  expect(fired).toEqual([123, 246, 369, 492]);
  clock.stop();
});
