import { createMock, type Revision, virtualClock } from "@org/mock";
import type { Call } from "./make-call.ts";
import { sampleCatalog } from "./sample-catalog.ts";

/** What the mock has answered to a call of the client. */
export interface Answer {
  status: number;
  /** Nothing where the answer has no body. */
  body: unknown;
  /** Whether it is an example made from the schema, because the mock has no behaviour for the operation. */
  isSampled: boolean;
}

interface AnyResult {
  data?: unknown;
  error?: unknown;
  response: Response;
}

type AnyCall = (path: string, init: object) => Promise<AnyResult>;

/** Longer than a job of the mock takes. */
const jobTime = 5_000;

/**
 * Makes a call with the client of a revision against the mock, in a catalog of its own and on a clock of its own: the
 * same call has the same answer in every run.
 */
export async function answerCall(revision: string, call: Call): Promise<Answer> {
  const { createClient } = (await import(`@org/client/${revision}`)) as typeof import("@org/client");
  const clock = virtualClock();
  const mock = createMock({ revision: revision as Revision, clock });
  await mock.state.load(sampleCatalog);
  const klaviyo = createClient({ apiKey: "pk_reference", fetch: mock.fetch, clock, retry: false });
  const send = ({ method, path, init }: Call) =>
    clock.run(
      (klaviyo as unknown as Record<string, AnyCall>)[method]?.(path, init) ?? Promise.reject(noMethod(method)),
    );

  let { init } = call;
  if (call.before) {
    const { data } = await send(call.before);
    clock.advance(jobTime);
    init = withPathId(init, idOf(data));
  }
  const { data, error, response } = await send({ ...call, init });
  return {
    status: response.status,
    body: response.ok ? data : error,
    isSampled: response.headers.get("x-mock-answer") === "sampled",
  };
}

/** The call as it has to be written, with the id of what the call before it has made. */
export async function resolveCall(revision: string, call: Call): Promise<Call> {
  if (!call.before || !call.init.params?.path) return call;
  const { body } = await answerCall(revision, call.before);
  return { ...call, init: withPathId(call.init, idOf(body)) };
}

function withPathId(init: Call["init"], id: string | undefined): Call["init"] {
  const [name] = Object.keys(init.params?.path ?? {});
  if (name === undefined || id === undefined) return init;
  return { ...init, params: { ...init.params, path: { ...init.params?.path, [name]: id } } };
}

function idOf(document: unknown): string | undefined {
  return (document as { data?: { id?: string } } | undefined)?.data?.id;
}

function noMethod(method: string): Error {
  return new Error(`the client has no method ${method}`);
}
