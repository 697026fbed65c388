/** What a fake answers: a status, a JSON body, a whole response, or an error to throw. */
export type FakeAnswer = number | object | Response | Error;

/** A `fetch`, and a transport of policies, that records requests and answers from a list; the last answer repeats. */
export interface FakeFetch {
  (input: string | Request, init?: RequestInit): Promise<Response>;
  readonly requests: Request[];
  readonly bodies: string[];
  /** The request sent last. */
  readonly last: Request;
}

/** Makes a {@link FakeFetch}. */
export function fakeFetch(...answers: FakeAnswer[]): FakeFetch {
  const requests: Request[] = [];
  const bodies: string[] = [];
  const send = async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request);
    bodies.push(await request.text());
    request.signal.throwIfAborted();
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer.clone();
    if (typeof answer === "number") return new Response(null, { status: answer });
    return Response.json(answer ?? { data: [] });
  };
  return Object.defineProperties(send, {
    requests: { value: requests },
    bodies: { value: bodies },
    last: { get: () => requests.at(-1) },
  }) as FakeFetch;
}
