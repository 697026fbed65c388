import { expect, test } from "vitest";
import { type CompilerVersion, compilers } from "../testing/compilers.ts";
import { pnpmProject } from "./testing/pnpm-project.ts";

const versions = Object.keys(compilers) as CompilerVersion[];

const everyEntry = `
  import * as current from "@org/client";
  import * as pinned from "@org/client/2023-12-15";

  export const clients = [current.createClient({ apiKey: "pk_1" }), pinned.createClient({ apiKey: "pk_1" })];
`;

// the ways to say what sends, with the platform's own fetch and undici's
const everyFetch = `
  import { createClient, withPolicies, type Policy } from "@org/client";
  import { fetch as undiciFetch } from "undici";

  const own: Policy = () => (url, init) => fetch(url, init);
  export const clients = [
    createClient({ apiKey: "pk_1", fetch }),
    createClient({ apiKey: "pk_1", fetch: (url, init) => fetch(url, init), policies: [own] }),
    createClient({ apiKey: "pk_1", fetch: undiciFetch }),
  ];
  export const send = withPolicies(fetch, [own]);
`;

// every optional property, each of them undefined, as a program has them that hands on what it may have been given
const undefinedEverywhere = `
  import { createClient, paginate, related, unwrap, waitForJob, type Api, type BodyOf, type CallOptions } from "@org/client";
  import type { PaginateClient, QueryOf, WaitForJobClient, WaitForJobOptions } from "@org/client";
  import type { AppInfo, AuthOptions, ClientOptions, MemoryStoreOptions, ObserveOptions, RateLimitOptions } from "@org/client";
  import type { RetryOptions, TimeoutOptions, Timeouts, UserAgentOptions } from "@org/client";
  import type { RedisStoreOptions } from "@org/client/redis";

  const klaviyo = createClient({ apiKey: "pk_1" });
  const may = <Value>(value: Value): Value | undefined => value;

  const query: QueryOf<"/api/catalog-items"> = {
    include: may(["variants"] as const),
    "fields[catalog-item]": may(["title" as const]),
    "fields[catalog-variant]": ["sku", may("price" as const), null],
    filter: may("equals(published,true)"),
    sort: may("created" as const),
    "page[cursor]": may("abc"),
    "page[size]": may(10),
  };
  const { data } = await klaviyo.GET("/api/catalog-items", {
    params: may({ query: may(query) }),
    headers: may({ traceparent: may("00-1-1-01") }),
    signal: may(AbortSignal.timeout(1)),
    middleware: may([]),
    keepalive: may(true),
    cache: may("no-store" as const),
  });
  if (data?.data[0]) related({ data: data.data, included: data.included }, data.data[0], "variants");

  const body: BodyOf<"/api/catalog-items", "POST"> = {
    data: {
      type: "catalog-item",
      attributes: {
        external_id: "1",
        title: "Shirt",
        description: "",
        url: "https://shop.example",
        price: may(1),
        images: may(["https://shop.example/1.png"]),
        custom_metadata: may({ colour: "red" }),
      },
      relationships: may({ categories: may({ data: [{ type: "catalog-category" as const, id: "1" }] }) }),
    },
  };
  await klaviyo.POST("/api/catalog-items", { body, signal: undefined });
  // @ts-expect-error what the API needs is still needed
  await klaviyo.POST("/api/catalog-items", { body: { data: { ...body.data, attributes: { ...body.data.attributes, title: may("Shirt") } } } });
  await klaviyo.DELETE("/api/catalog-items/{id}", { params: { path: { id: "1" }, query: undefined }, body: undefined });

  const items = paginate(
    { GET: klaviyo.GET, baseUrl: may(klaviyo.baseUrl) },
    "/api/catalog-items",
    { params: undefined, signal: undefined },
  );
  await items.toArray(undefined);
  await items.toArray({ limit: may(10) });
  await waitForJob(
    { GET: klaviyo.GET, operations: may(klaviyo.operations) },
    { type: "catalog-item-bulk-create-job", id: "1" },
    {
      onProgress: undefined,
      interval: may(500),
      signal: may(AbortSignal.timeout(1)),
      timeout: may(1000),
      clock: undefined,
    },
  );
  await unwrap(klaviyo.GET("/api/catalog-categories", { params: { query: undefined } }));
  await klaviyo.GET("/api/catalog-categories", undefined);

  type Refusing<Options> = {
    [Name in keyof Options]-?: object extends Pick<Options, Name>
      ? undefined extends Required<Options>[Name] ? never : Name
      : never;
  }[keyof Options];
  export const refusing: never = {} as
    | Refusing<CallOptions>
    | Refusing<ClientOptions>
    | Refusing<RetryOptions>
    | Refusing<RateLimitOptions>
    | Refusing<AuthOptions>
    | Refusing<TimeoutOptions>
    | Refusing<ObserveOptions>
    | Refusing<UserAgentOptions>
    | Refusing<AppInfo>
    | Refusing<Timeouts>
    | Refusing<MemoryStoreOptions>
    | Refusing<RedisStoreOptions>
    | Refusing<WaitForJobOptions<never>>
    | Refusing<WaitForJobClient<Api>>
    | Refusing<PaginateClient<Api>>;
`;

const sources = {
  "every-entry.ts": everyEntry,
  "every-fetch.ts": everyFetch,
  "undefined-everywhere.ts": undefinedEverywhere,
};

test.each(versions)(
  "the types compile without the DOM's, with Node's alone, in TypeScript %s",
  async (version) => {
    await using project = await pnpmProject(sources, ["@types/node", "undici"]);
    const options = { lib: ["es2023"], types: ["node"] };
    expect(await project.compile(version, ["every-entry.ts"], options)).toBe("");
    const exact = { ...options, exactOptionalPropertyTypes: true, skipLibCheck: true };
    expect(await project.compile(version, ["every-fetch.ts"], exact)).toBe("");
  },
  180_000,
);

test.each(versions)(
  "exactOptionalPropertyTypes: undefined is nothing, in TypeScript %s",
  async (version) => {
    await using project = await pnpmProject(sources);
    const options = { exactOptionalPropertyTypes: true, skipLibCheck: true };
    expect(await project.compile(version, ["undefined-everywhere.ts"], options)).toBe("");
  },
  180_000,
);
