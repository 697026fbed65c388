import { beforeAll, describe, expect, test } from "vitest";
import type { Fragment } from "../fragment/fragment.ts";
import { revisions } from "../generated/revisions.ts";
import { checkedMock, isSimulated } from "../testing/checked-mock.ts";
import { categoryInput, idOf, itemInput, jobInput, variantInput } from "../testing/inputs.ts";
import { exampleOf, variants } from "../testing/variants.ts";

const inputs = { item: itemInput, category: categoryInput, variant: (id: string) => variantInput(id, "I1") };
const plurals = { item: "items", variant: "variants", category: "categories" } as const;
const kinds = ["item", "variant", "category"] as const;

describe.each(Object.entries(revisions))("revision %s", (revision, load) => {
  let fragment: Fragment;
  beforeAll(async () => {
    ({ fragment } = await load());
  });

  test("a tour through every operation that is simulated gets answers that the fragment allows", async () => {
    const { call, called, clock } = checkedMock(fragment);
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

  test("whatever part of a body is missing, of another type or unknown, the mock has an answer and goes on", async () => {
    const { call, mock, clock } = checkedMock(fragment);
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
