/** Prints rows under a title; the first row names the columns, and every column but the first is right-aligned. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] as readonly string[]).map((_, column) => {
    return Math.max(...rows.map((row) => (row[column] as string).length));
  });
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column] as number) : cell.padEnd(widths[0] as number)))
      .join("  ");
  console.log(`\n${title}\n`);
  for (const row of rows) console.log(`  ${line(row)}`);
}
