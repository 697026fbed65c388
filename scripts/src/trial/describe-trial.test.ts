import { expect, test } from "vitest";
import { describeTrial } from "./describe-trial.ts";

test("one place is told as one, and several as several", () => {
  const problem = { file: "a.ts", line: 1, message: "no" };
  expect(describeTrial([problem], [], "2026-10-15")[0]).toBe("1 place no longer compiles and needs a person:");
  expect(describeTrial([problem, problem], [], "2026-10-15")[0]).toBe("2 places no longer compile and need a person:");
});
