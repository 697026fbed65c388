import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { sample } from "openapi-sampler";
import { expect, test } from "vitest";
import type { Fragment, OperationFragment } from "../fragment/fragment.ts";
import { revisions } from "../generated/revisions.ts";
import { bareService } from "../testing/bare-service.ts";
import { createAjv, toJsonSchema } from "../testing/json-schema.ts";
import { createDispatch } from "./dispatch.ts";
import { incomingOf } from "./request.ts";

const folder = process.env.KLAVIYO_OPENAPI_DIR;
const scripts = join(import.meta.dirname, "..", "..", "..", "..", "scripts", "src");

/** What the generator makes of a whole published document; in a process of its own, as scripts are no dependency. */
async function wholeFragment(revision: string): Promise<Fragment> {
  const program = `
    import { readFile } from "node:fs/promises";
    import { mockFragment } from ${JSON.stringify(join(scripts, "generate", "mock-fragment.ts"))};
    const document = JSON.parse(await readFile(${JSON.stringify(join(folder ?? "", `${revision}.json`))}, "utf8"));
    process.stdout.write(JSON.stringify(mockFragment(document)));
  `;
  const options = { maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], options);
  return JSON.parse(stdout);
}

function serve(fragment: Fragment, strict = false) {
  const service = bareService({ strict });
  const dispatch = createDispatch({ [fragment.revision]: async () => ({ fragment }) }, service);
  return async (operation: OperationFragment, query: Record<string, string> = {}) => {
    const { method, path, body, parameters, filters = {} } = operation;
    const url = new URL(`https://a.klaviyo.com${path.replace(/\{\w+\}/g, "some-id")}`);
    for (const { name, in: place, required, schema } of parameters)
      if (place === "query" && required)
        url.searchParams.set(
          name,
          name === "filter" ? filterOf(filters) : String([exampleOf(schema, fragment)].flat()),
        );
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const isJson = body?.contentType.endsWith("json");
    const example = body && (isJson ? JSON.stringify(exampleOf(body.schema, fragment)) : "binary");
    const headers = new Headers({ authorization: "Bearer token", revision: fragment.revision });
    if (body) headers.set("content-type", body.contentType);
    const init = { method, headers, ...(example !== undefined && { body: example }) };
    const request = incomingOf(new Request(url, init));
    const record = service.log.begin(request, 0);
    return { reply: await dispatch(request, record), record };
  };
}

/** A filter on the first field that takes one. */
function filterOf(filters: NonNullable<OperationFragment["filters"]>): string {
  const [[field, { operators, value = {} }] = ["", { operators: {} }]] = Object.entries(filters);
  const example = JSON.stringify(value.enum?.[0] ?? { integer: 1, number: 1, boolean: true }[value.type ?? ""] ?? "a");
  const [none] = operators.none ?? [];
  if (none) return `${none}(${field})`;
  const [single] = operators.single ?? [];
  return single ? `${single}(${field},${example})` : `${operators.list?.[0]}(${field},[${example}])`;
}

function operationOf({ operations }: Fragment, operationId: string): OperationFragment {
  return operations.find((operation) => operation.operationId === operationId) ?? expect.fail(`no ${operationId}`);
}

function exampleOf(schema: object, { schemas }: Fragment): unknown {
  return sample(schema, { quiet: true, skipReadOnly: true, skipNonRequired: true }, { components: { schemas } });
}

test.skipIf(folder === undefined)(
  "KLAVIYO_OPENAPI_DIR: every operation of the whole API is simulated or answers with a valid example",
  async () => {
    const fragment = await wholeFragment("2026-07-15");
    expect(fragment.operations).toHaveLength(345);
    const call = serve(fragment);
    // Branches of the published oneOf overlap: nothing with optional properties only can match exactly one of them.
    const lenient: Fragment = JSON.parse(JSON.stringify(fragment).replaceAll('"oneOf":', '"anyOf":'));
    const ajv = createAjv(lenient);
    const simulated: string[] = [];
    const refused: string[] = [];
    for (const operation of lenient.operations) {
      const { operationId, responses } = operation;
      const { reply, record } = await call(operation);
      const text = typeof reply.body === "string" ? reply.body : "";
      expect(record.operationId, operationId).toBe(operationId);
      expect(reply.status, `${operationId} ${text}`).not.toBe(500);
      if (!record.sampled) {
        const isCatalog = /^\/api\/(catalog|back-in-stock)-/.test(operation.path);
        (isCatalog ? simulated : refused).push(`${operationId} ${text}`);
        continue;
      }
      expect(reply.headers["x-mock-answer"], operationId).toBe("sampled");
      const { schema } = responses[reply.status] ?? expect.fail(`${operationId} may not answer ${reply.status}`);
      if (schema === undefined) expect(reply.body, operationId).toBeNull();
      else {
        const validate = ajv.compile(toJsonSchema(schema));
        validate(JSON.parse(text));
        expect(validate.errors ?? [], operationId).toEqual([]);
      }
    }
    expect(refused).toEqual([]);
    expect(simulated).toHaveLength(55);
  },
);

/** What the compiler says of a fragment: it is generated as text, of which it sees nothing. */
async function typeErrors(fragment: Fragment): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fragment-"));
  const types = join(import.meta.dirname, "..", "fragment", "fragment.ts");
  const specifier = JSON.stringify(relative(root, types));
  const module = `import type { Fragment } from ${specifier};\nexport const fragment: Fragment = ${JSON.stringify(fragment)};\n`;
  await writeFile(join(root, "fragment.mts"), module);
  const config = join(import.meta.dirname, "..", "..", "tsconfig.json");
  await writeFile(
    join(root, "tsconfig.json"),
    JSON.stringify({ extends: config, files: ["fragment.mts"], include: [], compilerOptions: { types: [] } }),
  );
  const tsc = join(import.meta.dirname, "..", "..", "node_modules", ".bin", "tsc");
  const errors = await promisify(execFile)(tsc, ["-p", root]).then(
    () => "",
    ({ stdout }) => stdout,
  );
  await rm(root, { recursive: true });
  return errors;
}

test.each(Object.entries(revisions))("the fragment of %s is what the mock's types say", async (_, load) => {
  expect(await typeErrors((await load()).fragment)).toBe("");
});

test.skipIf(folder === undefined)("KLAVIYO_OPENAPI_DIR: so is that of the whole API", async () => {
  expect(await typeErrors(await wholeFragment("2026-07-15"))).toBe("");
});

test.skipIf(folder === undefined)("KLAVIYO_OPENAPI_DIR: filters that only name a field are read", async () => {
  const fragment = await wholeFragment("2026-07-15");
  const call = serve(fragment);
  const { reply, record } = await call(operationOf(fragment, "get_events"), { filter: "has(profile)" });
  expect([reply.status, record.sampled]).toEqual([200, true]);
  const refused = await call(operationOf(fragment, "get_events"), { filter: "has(profile,1)" });
  expect(JSON.parse(String(refused.reply.body)).errors[0].detail).toBe("has(profile) at position 0 takes no value.");
});

test.skipIf(folder === undefined)("KLAVIYO_OPENAPI_DIR: a strict mock refuses what it does not simulate", async () => {
  const fragment = await wholeFragment("2026-07-15");
  const { reply } = await serve(fragment, true)(operationOf(fragment, "get_profiles"));
  expect(reply.status).toBe(501);
  expect(JSON.parse(String(reply.body)).errors[0]).toMatchObject({ code: "not_simulated" });
});
