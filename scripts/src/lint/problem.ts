/** Something about a fragment: a fault that a person has to mend, or a fact of upstream to know of. */
export interface Problem {
  /** As the caller named it. */
  file: string;
  line: number;
  /** What is wrong and what to do; of a fact, what it means. */
  message: string;
}

/** `openapi/2026-07-15.yaml:812 operation get_catalog_item has no 4XX response; every operation needs one` */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line} ${message}`;
}
