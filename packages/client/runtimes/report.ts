/** What one run of the transport test found. */
export interface Report {
  /** Assertions that held. */
  passed: number;
  failures: string[];
}
