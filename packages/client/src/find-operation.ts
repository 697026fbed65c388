import type { OperationProfile, OperationTable } from "./operation-table.ts";

/** What the table says about one operation. */
export interface OperationFacts extends OperationProfile {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
}

/** Finds the operation of a request; `undefined` when it is none of the table's. */
export type FindOperation = (request: Request) => OperationFacts | undefined;

interface Candidate {
  readonly segments: readonly string[];
  readonly facts: OperationFacts;
}

const indexes = new WeakMap<OperationTable, FindOperation>();

/** The lookup of a table, made once and on first use. */
export function findOperation(table: OperationTable): FindOperation {
  const find = indexes.get(table) ?? createIndex(table);
  indexes.set(table, find);
  return find;
}

function createIndex(table: OperationTable): FindOperation {
  const groups = new Map<string, Candidate[]>();
  for (const [method, path, operationId, profile] of table.rows) {
    const segments = segmentsOf(path);
    const key = method + segments.length;
    const facts = { method, path, operationId, ...(table.profiles[profile] as OperationProfile) };
    groups.set(key, [...(groups.get(key) ?? []), { segments, facts }]);
  }
  const found = new WeakMap<Request, OperationFacts | undefined>();
  return (request) => {
    if (!found.has(request)) {
      const segments = segmentsOf(request.url);
      const group = groups.get(request.method + segments.length);
      found.set(request, group?.find((candidate) => matches(candidate.segments, segments))?.facts);
    }
    return found.get(request);
  };
}

/** From the last `/api/` on, so that a base URL may have a path of its own; ids carry no slash, they are encoded. */
function segmentsOf(url: string): string[] {
  const path = url.split(/[?#]/, 1)[0] as string;
  return path.slice(Math.max(path.lastIndexOf("/api/"), 0)).split("/");
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  return template.every((part, index) => (part.startsWith("{") ? segments[index] : part === segments[index]));
}
