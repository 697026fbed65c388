import { expect, onTestFinished, test, vi } from "vitest";
import { callHook } from "./call-hook.ts";

function printed() {
  const error = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => error.mockRestore());
  return error;
}

test("a hook gets its event, and one that is not there is not called", () => {
  const hook = vi.fn();
  callHook(hook, { attempt: 1 });
  callHook(undefined, { attempt: 1 });
  expect(hook.mock.calls).toEqual([[{ attempt: 1 }]]);
});

test.each<[string, () => unknown]>([
  [
    "throws",
    () => {
      throw new Error("no disk");
    },
  ],
  ["rejects", () => Promise.reject(new Error("no disk"))],
])("of a hook that %s the first error is printed, and no other", async (_, hook) => {
  const error = printed();
  for (let times = 0; times < 3; times++) callHook(hook, {});
  await new Promise(setImmediate);
  expect(error.mock.calls).toEqual([
    [
      expect.stringContaining("A hook given to the Klaviyo client failed"),
      expect.objectContaining({ message: "no disk" }),
    ],
  ]);
});

test.each([undefined, null, "text", 1, {}, () => {}])("what a hook returns may be anything: %o", async (result) => {
  const error = printed();
  callHook(() => result, {});
  await new Promise(setImmediate);
  expect(error).not.toHaveBeenCalled();
});
