/** Operations in a sentence: the first three, and how many more. */
export function who(operations: readonly string[]): string {
  const shown = operations
    .slice(0, 3)
    .map((id) => `\`${id}\``)
    .join(", ");
  return operations.length > 3 ? `${shown} and ${operations.length - 3} more` : shown;
}
