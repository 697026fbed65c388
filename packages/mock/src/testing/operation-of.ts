import type { OperationFragment } from "../fragment/fragment.ts";
import { fragment } from "../generated/2026-07-15.ts";

/** What the document says of an operation that tests call: its limits and page sizes are what a bump moves. */
export function operationOf(operationId: string): OperationFragment {
  const operation = fragment.operations.find((each) => each.operationId === operationId);
  if (!operation) throw new Error(`${fragment.revision} has no ${operationId}`);
  return operation;
}

/** How many resources are on a page of a list, and how many there can be. */
export function pageSizeOf(operationId: string): { default: number; maximum: number } {
  const { schema } = operationOf(operationId).parameters.find(({ name }) => name === "page[size]") ?? {};
  return { default: Number(schema?.default), maximum: Number(schema?.maximum) };
}
