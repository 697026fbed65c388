import { expectTypeOf } from "vitest";
import { createClient } from "../index.ts";

// What a framework adds to the platform's types: here Next.js.
declare global {
  interface RequestInit {
    next?: { revalidate?: number | false; tags?: string[] };
  }
}

declare const nextFetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

const klaviyo = createClient({ apiKey: "pk_1", fetch: nextFetch });
klaviyo.GET("/api/catalog-items", {
  next: { revalidate: 60 },
  cache: "no-store",
  priority: "low",
  keepalive: undefined,
});
// @ts-expect-error the framework says that this is a number
klaviyo.GET("/api/catalog-items", { next: { revalidate: "60" } });
// @ts-expect-error the client sets the method
klaviyo.GET("/api/catalog-items", { method: "POST" });

// A fetch may know less than the platform's.
createClient({ apiKey: "pk_1", fetch: async () => new Response() });
createClient({ apiKey: "pk_1", fetch: fetch });
// @ts-expect-error an answer has a status, headers and a text
createClient({ apiKey: "pk_1", fetch: async () => ({ ok: true }) });

expectTypeOf(klaviyo.clock.now()).toBeNumber();
