import { beforeAll, describe, expect, test } from "vitest";
import type { createMock } from "../create-mock.ts";
import type { Fragment } from "../fragment/fragment.ts";
import { revisions } from "../generated/revisions.ts";
import { checkedMock, isSimulated } from "../testing/checked-mock.ts";
import { createCaller } from "../testing/create-caller.ts";
import { exampleOf } from "../testing/variants.ts";

describe.each(Object.entries(revisions))("revision %s", (revision, load) => {
  let fragment: Fragment;
  beforeAll(async () => {
    ({ fragment } = await load());
  });

  test("an operation that is not simulated answers with an example, or says that it has none", async () => {
    const { call } = checkedMock(fragment);
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
    const { call, mock, expectValid } = checkedMock(fragment);
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
});

function withoutKey(fetch: ReturnType<typeof createMock>["fetch"]): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete("authorization");
    return fetch(input, { ...init, headers });
  };
}
