import type { OperationFacts } from "./operation-facts.ts";

/** What operations are listed together: the part of the API that the document names, or else its tag. */
export function groupName({ group }: Pick<OperationFacts, "group">): string {
  return group.at(-1) ?? "Operations";
}

/** Where the list of a group's operations begins on its page. */
export function groupAnchor(group: string): string {
  const name = group.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `group-${name.replaceAll(/^-|-$/g, "")}`;
}
