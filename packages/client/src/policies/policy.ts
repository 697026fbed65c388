import type { OperationFacts } from "../operations/operation-table.ts";
import type { HeaderRecord } from "../request/headers.ts";
import type { CallSettings } from "./call-settings.ts";

/**
 * One attempt of a call: what `fetch` takes, and what the client knows of it. A `dispatcher` is among it where a caller
 * gave one; it has no type here, because Node's types and undici's own differ in it.
 */
export interface AttemptInit extends Omit<RequestInit, "body" | "headers" | "method" | "dispatcher"> {
  method: string;
  /** The call's own: what a policy sets stays for the next attempt. */
  headers: HeaderRecord;
  // Not `undefined`: with `exactOptionalPropertyTypes`, the platform's `fetch` would not take it.
  body?: string | null;
  /** Which attempt of its call this is. @default 1 */
  attempt?: number | undefined;
  /** When it is left out, policies find it by the URL. */
  operation?: OperationFacts | undefined;
  /** Called when the attempt goes to the transport: until then it has cost nothing. */
  onSend?: (() => void) | undefined;
  /** How long the call has waited for the server in all its attempts; who makes it wait adds to it. */
  waits?: { milliseconds: number } | undefined;
  /** What the caller said for this call alone. */
  settings?: CallSettings | undefined;
}

/** Sends one attempt. */
export type Fetch = (url: string, init: AttemptInit) => Promise<Response>;

/** Wraps a way to send attempts with one concern, such as retrying. */
export type Policy = (next: Fetch) => Fetch;

/** What is used of an answer: the `Response` of every `fetch`, also of one without web streams, has it. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** What sends in the end: the platform's `fetch`, undici's, node-fetch's, or one of your own. */
export type Transport = (url: string, init: AttemptInit) => Promise<ResponseLike>;
