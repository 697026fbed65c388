import type { Row } from "./csv-table.ts";

/** For rows of one item that stand apart: to bring them together, somebody would have to hold the whole table. */
export const adviceForRowsApart = "rows of one item have to stand together: sort the file by its items";

/** Brings rows together that follow each other and have the same key; a row without a key stays alone. */
export async function* adjacentRows<Key>(
  rows: AsyncIterable<Row>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<[Row, ...Row[]]> {
  let group: [Row, ...Row[]] | undefined;
  let key: Key | undefined;
  for await (const row of rows) {
    const keyOfRow = keyOf(row);
    if (group && keyOfRow !== undefined && keyOfRow === key) group.push(row);
    else {
      if (group) yield group;
      group = [row];
      key = keyOfRow;
    }
  }
  if (group) yield group;
}
