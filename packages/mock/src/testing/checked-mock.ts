import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import type { Fragment } from "../fragment/fragment.ts";
import { behaviourOf } from "../operations/behaviours.ts";
import { operationKey } from "../operations/operation.ts";
import { type Answered, createCaller } from "./create-caller.ts";
import { createExpectValidAnswer } from "./expect-valid-answer.ts";

/** Whether the mock does what an operation says, instead of answering with an example. */
export function isSimulated(operation: Fragment["operations"][number]): boolean {
  return behaviourOf(operationKey(operation)) !== undefined;
}

/** A mock on a clock of its own, called at the fragment's revision: each answer has to be one that the fragment allows. */
export function checkedMock(fragment: Fragment) {
  const clock = virtualClock();
  const mock = createMock({ clock, limits: false });
  const raw = createCaller(mock, { revision: fragment.revision });
  const expectValid = createExpectValidAnswer(fragment);
  /** Ids of the operations that were called. */
  const called = new Set<string>();
  const call = async (method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Answered> => {
    const answered = await raw(method, path, body, headers);
    const operationId = mock.requests.at(-1)?.operationId ?? "no operation";
    called.add(operationId);
    expectValid(operationId, answered);
    return answered;
  };
  return { clock, mock, call, called, expectValid };
}
