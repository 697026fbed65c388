/** Whether a record of the catalog has every attribute that was sent, with the same value; what is absent there is `null`. */
export function sameAttributes(sent: Record<string, unknown>, found: Record<string, unknown>): boolean {
  return Object.entries(sent).every(([name, value]) => internal.has(name) || isSame(value, found[name]));
}

/** Parts of the id, which are no attributes of a record that is read. */
const internal = new Set(["integration_type", "catalog_type"]);

function isSame(sent: unknown, found: unknown): boolean {
  if (sent instanceof Object && found instanceof Object) {
    const names = Object.keys(sent);
    return (
      names.length === Object.keys(found).length &&
      names.every((name) => isSame(sent[name as keyof object], found[name as keyof object]))
    );
  }
  return (sent ?? null) === (found ?? null);
}
