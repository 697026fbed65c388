/** Something in a fragment that a person has to mend. */
export interface Problem {
  /** As the caller named it. */
  file: string;
  line: number;
  /** What is wrong and what to do. */
  message: string;
}

/** `openapi/2026-07-15.yaml:812 operation get_catalog_item has no 4XX response; every operation needs one` */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line} ${message}`;
}
