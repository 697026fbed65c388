/**
 * The fields and operators that older revisions name only in the description of the `filter` parameter, as
 * "Allowed field(s)/operator(s):<br>`ids`: `any`<br>`name`: `contains`, `equals`".
 */
export function proseFilters(description: string): Record<string, string[]> {
  const [, list = ""] = description.split("Allowed field(s)/operator(s):");
  return Object.fromEntries(
    [...list.matchAll(/`([^`]+)`:\s*((?:`[^`]+`(?:,\s*)?)+)/g)].map(([, field = "", operators = ""]) => [
      field,
      [...operators.matchAll(/`([^`]+)`/g)].map(([, operator = ""]) => operator).sort(),
    ]),
  );
}
