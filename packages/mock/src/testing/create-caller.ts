import type { Mock } from "../create-mock.ts";

export interface Answered {
  status: number;
  headers: Headers;
  /** The parsed body; `undefined` when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into documents of every shape
  body: any;
}

export interface CallerOptions {
  key?: string;
  revision?: string;
}

export type Call = (method: string, path: string, body?: unknown, headers?: HeadersInit) => Promise<Answered>;

/** Calls a mock the way an application would. Paths are given in the form of the current revision. */
export function createCaller(
  mock: Pick<Mock, "fetch">,
  { key = "pk_test", revision = "2026-07-15" }: CallerOptions = {},
): Call {
  return async (method, path, body, headers) => {
    const response = await mock.fetch(slashed(path, revision), {
      method,
      headers: {
        authorization: `Klaviyo-API-Key ${key}`,
        revision,
        ...(body !== undefined && { "content-type": "application/vnd.api+json" }),
        ...Object.fromEntries(new Headers(headers)),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
  };
}

/** The first revisions end their paths in a slash. */
function slashed(path: string, revision: string): string {
  if (revision >= "2024-10-15") return path;
  const [pathname, search] = path.split("?");
  return `${pathname}/${search === undefined ? "" : `?${search}`}`;
}
