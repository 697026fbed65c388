import type { OperationVerdict } from "@org/scripts/src/diff/verdict.ts";
import { listOperations } from "@org/scripts/src/document/list-operations.ts";
import { buildMatrix, type MatrixRevision, type Row } from "@org/scripts/src/matrix/build-matrix.ts";
import { type Answer, answerCall, resolveCall } from "./answer-call.ts";
import { type Call, makeCall } from "./make-call.ts";
import { type OperationFacts, operationFacts } from "./operation-facts.ts";
import { pageNames } from "./page-names.ts";
import { readDocuments } from "./read-documents.ts";

/** A revision with the pages of its operations, in the order of its document. */
export interface ReferenceRevision {
  revision: string;
  isCurrent: boolean;
  pages: OperationPage[];
}

/** What the page of an operation shows. */
export interface OperationPage {
  revision: string;
  isCurrent: boolean;
  /** Of the page's file, without its ending. */
  name: string;
  facts: OperationFacts;
  call: Call;
  answer: Answer;
  /** The operation in every other revision, oldest first. */
  twins: Twin[];
  /** What changed since the revision before, and what changes in the one after. */
  changes: { from: string; to: string; verdict: OperationVerdict }[];
}

export interface Twin {
  revision: string;
  /** Absent where the revision does not have the operation. */
  page?: { name: string; path: string; operationId: string };
}

/** Everything that the operation reference says, of every fragment in `openapi/` of the workspace at `root`. */
export async function readReference(root: string): Promise<ReferenceRevision[]> {
  const { current, revisions } = await readDocuments(root);
  return makeReference(revisions, current);
}

/** The pages of these revisions, oldest first, each with the comparison with the one before. */
export async function makeReference(
  revisions: readonly MatrixRevision[],
  current: string,
): Promise<ReferenceRevision[]> {
  const rows = buildMatrix(revisions);
  const names = revisions.map(({ document }) => pageNames(document));
  return Promise.all(
    revisions.map(async ({ revision, document }, column) => {
      const isCurrent = revision === current;
      const pages: OperationPage[] = [];
      for (const entry of listOperations(document)) {
        const row = rows.find(
          ({ method, cells }) => method === entry.method.toUpperCase() && cells[column]?.path === entry.path,
        );
        const call = await resolveCall(revision, makeCall(document, entry));
        pages.push({
          revision,
          isCurrent,
          name: names[column]?.get(keyOf(entry)) ?? "",
          facts: operationFacts(document, entry),
          call,
          answer: await answerCall(revision, call),
          twins: row ? twinsOf(revisions, names, row, column) : [],
          changes: row ? changesOf(revisions, row, column) : [],
        });
      }
      return { revision, isCurrent, pages };
    }),
  );
}

function twinsOf(
  revisions: readonly MatrixRevision[],
  names: readonly ReadonlyMap<string, string>[],
  { method, cells }: Row,
  own: number,
): Twin[] {
  return revisions.flatMap(({ revision }, column): Twin[] => {
    if (column === own) return [];
    const cell = cells[column];
    if (!cell) return [{ revision }];
    const { path, operationId } = cell;
    const name = names[column]?.get(keyOf({ method, path })) ?? "";
    return [{ revision, page: { name, path, operationId } }];
  });
}

function changesOf(revisions: readonly MatrixRevision[], { cells }: Row, own: number): OperationPage["changes"] {
  return [own, own + 1].flatMap((column) => {
    const verdict = cells[column]?.verdict;
    const [from, to] = [revisions[column - 1]?.revision, revisions[column]?.revision];
    return verdict && from && to && cells[column - 1] ? [{ from, to, verdict }] : [];
  });
}

function keyOf({ method, path }: { method: string; path: string }): string {
  return `${method.toUpperCase()} ${path}`;
}
