import { beforeAll, describe, expect, test } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import type { Fragment } from "../fragment/fragment.ts";
import { revisions } from "../generated/revisions.ts";
import { behaviourOf } from "../operations/behaviours.ts";
import { operationKey } from "../operations/operation.ts";
import { type Answered, createCaller } from "../testing/create-caller.ts";
import { createExpectValidAnswer } from "../testing/expect-valid-answer.ts";
import { categoryInput, idOf, itemInput, jobInput, variantInput } from "../testing/inputs.ts";
import { exampleOf, variants } from "../testing/variants.ts";

const inputs = { item: itemInput, category: categoryInput, variant: (id: string) => variantInput(id, "I1") };
const plurals = { item: "items", variant: "variants", category: "categories" } as const;
const kinds = ["item", "variant", "category"] as const;
const isSimulated = (operation: Fragment["operations"][number]) => behaviourOf(operationKey(operation)) !== undefined;

describe.each(Object.entries(revisions))("revision %s", (revision, load) => {
  let fragment: Fragment;
  let expectValid: ReturnType<typeof createExpectValidAnswer>;
  beforeAll(async () => {
    ({ fragment } = await load());
    expectValid = createExpectValidAnswer(fragment);
  });

  function start() {
    const clock = virtualClock();
    const mock = createMock({ clock, limits: false });
    const raw = createCaller(mock, { revision });
    const called = new Set<string>();
    const call = async (method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Answered> => {
      const answered = await raw(method, path, body, headers);
      const operationId = mock.requests.at(-1)?.operationId ?? "no operation";
      called.add(operationId);
      expectValid(operationId, answered);
      return answered;
    };
    return { clock, mock, call, called };
  }

  test("a tour through every operation that is simulated gets answers that the fragment allows", async () => {
    const { call, called, clock } = start();
    const created = async (kind: (typeof kinds)[number], data: object) =>
      expect((await call("POST", `/api/catalog-${plurals[kind]}`, { data })).status).toBe(201);

    await created("category", categoryInput("C1"));
    await created(
      "item",
      itemInput("I1", { price: 1 }, { categories: { data: [{ type: "catalog-category", id: idOf("C1") }] } }),
    );
    await created("variant", variantInput("V1", "I1", { custom_metadata: { size: "S" } }));

    for (const kind of kinds) {
      const path = `/api/catalog-${plurals[kind]}`;
      const first = `${path}/${encodeURIComponent(idOf(kind === "item" ? "I1" : kind === "variant" ? "V1" : "C1"))}`;
      expect((await call("GET", path)).body.data).toHaveLength(1);
      expect((await call("GET", first)).status).toBe(200);
      await created(kind, inputs[kind]("gone"));
      const gone = `${path}/${encodeURIComponent(idOf("gone"))}`;
      const attributes = kind === "category" ? { name: "Changed" } : { title: "Changed" };
      const data = { type: `catalog-${kind}`, id: idOf("gone"), attributes };
      expect((await call("PATCH", gone, { data })).body.data.attributes).toMatchObject(attributes);
      expect((await call("DELETE", gone)).status).toBe(204);
      expect((await call("GET", gone)).status).toBe(404);
    }

    const linkage = (kind: string, id: string) => ({ data: [{ type: `catalog-${kind}`, id: idOf(id) }] });
    for (const [path, kind, other] of [
      [`/api/catalog-items/${idOf("I1")}`, "category", "C1"],
      [`/api/catalog-categories/${idOf("C1")}`, "item", "I1"],
    ] as const) {
      const name = plurals[kind];
      expect((await call("GET", `${path}/${name}`)).body.data[0].id).toBe(idOf(other));
      expect((await call("GET", `${path}/relationships/${name}`)).body.data).toEqual(linkage(kind, other).data);
      for (const method of ["DELETE", "POST", "PATCH"]) {
        expect((await call(method, `${path}/relationships/${name}`, linkage(kind, other))).status).toBe(204);
      }
    }
    expect((await call("GET", `/api/catalog-items/${idOf("I1")}/variants`)).body.data[0].id).toBe(idOf("V1"));
    if (revision > "2024") {
      const answered = await call("GET", `/api/catalog-items/${idOf("I1")}/relationships/variants`);
      expect(answered.body.data).toEqual(linkage("variant", "V1").data);
    }

    for (const kind of kinds) {
      for (const action of ["create", "update", "delete"] as const) {
        const path = `/api/catalog-${kind}-bulk-${action}-jobs`;
        const id = idOf("job");
        const records = {
          create: inputs[kind]("job"),
          update: { type: `catalog-${kind}`, id, attributes: {} },
          delete: { type: `catalog-${kind}`, id },
        };
        const missing = { create: records.create, update: { ...records.update, id: "no" }, delete: records.delete };
        const submitted = await call(
          "POST",
          path,
          jobInput(kind, plurals[kind], action, [records[action], missing[action]]),
        );
        expect(submitted.status).toBe(202);
        clock.advance(2_000);
        const job = await call(
          "GET",
          `${path}/${submitted.body.data.id}${action === "delete" ? "" : `?include=${plurals[kind]}`}`,
        );
        expect(job.body.data.attributes).toMatchObject({ status: "complete", completed_count: 1, failed_count: 1 });
        if (action !== "delete") expect(job.body.included[0].id).toBe(id);
        expect((await call("GET", path)).body.data[0].id).toBe(submitted.body.data.id);
      }
    }

    const subscription = {
      type: "back-in-stock-subscription",
      attributes: { channels: ["EMAIL"], profile: { data: { type: "profile", attributes: { email: "a@b.example" } } } },
      relationships: { variant: { data: { type: "catalog-variant", id: idOf("V1") } } },
    };
    expect((await call("POST", "/api/back-in-stock-subscriptions", { data: subscription })).status).toBe(202);

    const simulated = fragment.operations.filter(isSimulated).map(({ operationId }) => operationId);
    expect([...called].sort()).toEqual(simulated.sort());
    expect(simulated.length).toBeGreaterThan(50);
  });

  test("an operation that is not simulated answers with an example, or says that it has none", async () => {
    const { call } = start();
    for (const operation of fragment.operations.filter((each) => !isSimulated(each))) {
      const { operationId, method, path, body } = operation;
      const pathname = path.replace(/\/$/, "").replaceAll(/\{\w+\}/g, "some-id");
      const headers = body && { "content-type": body.contentType };
      const { status } = await call(method, pathname, body && exampleOf(body.schema, fragment.schemas), headers);
      // Some demand a query, and not every schema of a body has an example that keeps all that the schema asks for.
      expect(status < 300 || status === 400 || status === 501, `${operationId}: ${status}`).toBe(true);
    }
  });

  test("every operation refuses a missing key, an unknown parameter, a bad body and an id that does not exist", async () => {
    const { call, mock } = start();
    for (const operation of fragment.operations) {
      const { operationId, method, path, body } = operation;
      const pathname = path.replace(/\/$/, "").replace(/\{\w+\}/, "no-such-id");
      const keyless = await createCaller({ fetch: withoutKey(mock.fetch) }, { revision })(method, pathname);
      expectValid(operationId, keyless);
      expect(keyless.status, operationId).toBe(401);
      const unknown = await call(method, `${pathname}?colour=red`, body && {});
      expect(unknown.status, operationId).toBe(400);
      expect(unknown.body.errors[0].source.parameter, operationId).toBe("colour");
      if (body && isSimulated(operation)) {
        const empty = await call(method, pathname, {});
        expect(empty.status, operationId).toBe(400);
        expect(empty.body.errors[0].source.pointer, operationId).toBe("/data");
      } else if (path.includes("{") && isSimulated(operation)) {
        expect((await call(method, pathname)).status, operationId).toBe(404);
      }
    }
  });

  test("whatever part of a body is missing, of another type or unknown, the mock has an answer and goes on", async () => {
    const { call, mock, clock } = start();
    const item = { ...itemInput("text").attributes, external_id: "text" };
    await mock.state.load({ categories: [{ external_id: "text", name: "" }], items: [item] });
    let calls = 0;
    for (const { operationId, method, path, body } of fragment.operations.filter(isSimulated)) {
      if (body === undefined) continue;
      const pathname = path.replace(/\/$/, "").replace(/\{\w+\}/, idOf("text"));
      for (const value of variants(exampleOf(body.schema, fragment.schemas))) {
        calls++;
        const { status } = await call(method, pathname, value);
        expect(status, `${operationId} ${JSON.stringify(value)}`).toBeLessThan(500);
      }
    }
    clock.advance(60_000);
    expect((await call("GET", "/api/catalog-items")).status).toBe(200);
    expect(calls).toBeGreaterThan(1_000);
  });
});

function withoutKey(fetch: ReturnType<typeof createMock>["fetch"]): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete("authorization");
    return fetch(input, { ...init, headers });
  };
}
