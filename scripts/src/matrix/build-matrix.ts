import type { OperationVerdict, Verdict } from "../diff/verdict.ts";
import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";

/** A revision, and what changed since the one before it; of the first one nothing is said. */
export interface MatrixRevision {
  revision: string;
  document: OpenApiDocument;
  verdict?: Verdict;
}

/** An operation in one revision. */
export interface Cell {
  path: string;
  operationId: string;
  /** Absent in the first revision. */
  verdict?: OperationVerdict;
}

export interface Row {
  method: string;
  summary: string;
  /** One for each revision; `undefined` where the operation does not exist. */
  cells: (Cell | undefined)[];
}

/**
 * Operations x revisions: a row follows an operation through its renames and moves, as the verdicts between neighbours
 * see them. In the order of the newest document; what is not in there comes last.
 */
export function buildMatrix(revisions: readonly MatrixRevision[]): Row[] {
  const rows: Row[] = [];
  for (const [column, { document, verdict }] of revisions.entries()) {
    const verdicts = new Map(
      (verdict?.operations ?? []).filter(({ change }) => change !== "removed").map((each) => [keyOf(each), each]),
    );
    // By what it was called last: an operation that was away for a while goes on in its row, unless another has its name.
    const known = rows.toSorted((a, b) => Number(column - 1 in a.cells) - Number(column - 1 in b.cells));
    const before = new Map(known.map((row) => [lastKey(row), row]));
    for (const entry of listOperations(document)) {
      const own = verdicts.get(keyOf(entry));
      const row = before.get(keyOf({ method: entry.method, path: own?.former?.path ?? entry.path })) ?? newRow(entry);
      if (!rows.includes(row)) rows.push(row);
      row.summary = summaryOf(entry) || row.summary;
      row.cells[column] = {
        path: entry.path,
        operationId: entry.operation.operationId ?? "",
        ...(own && { verdict: own }),
      };
    }
  }
  for (const row of rows) row.cells = revisions.map((_, column) => row.cells[column]);
  return inOrderOf(revisions.at(-1)?.document, rows);
}

function inOrderOf(document: OpenApiDocument | undefined, rows: readonly Row[]): Row[] {
  const order = document ? [...listOperations(document)].map(keyOf) : [];
  const placeOf = (row: Row) => {
    const place = order.indexOf(cellKey(row, row.cells.length - 1));
    return place < 0 ? order.length : place;
  };
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function newRow({ method }: OperationEntry): Row {
  return { method: method.toUpperCase(), summary: "", cells: [] };
}

function lastKey({ method, cells }: Row): string {
  return keyOf({ method, path: cells.findLast((cell) => cell !== undefined)?.path ?? "" });
}

function cellKey({ method, cells }: Row, column: number): string {
  const cell = cells[column];
  return cell ? keyOf({ method, path: cell.path }) : "";
}

function keyOf({ method, path }: { method: string; path: string }): string {
  return `${method.toUpperCase()} ${path}`;
}

function summaryOf({ operation }: OperationEntry): string {
  const { summary } = operation as { summary?: unknown };
  return typeof summary === "string" ? summary : "";
}
