import type { RecordType } from "../catalog/attributes.ts";

export type Action = "create" | "update" | "delete" | "link" | "unlink";

/** Something that a plan does with many records, all of one type. */
export interface Step {
  action: Action;
  type: RecordType;
  total: number;
}

/** What has become of one record of a step. */
export interface Outcome {
  action: Action;
  type: RecordType;
  external_id: string;
  /** The category of a link, by external id. */
  category?: string;
  status: "done" | "failed" | "unknown";
  error?: string;
}

/** How far a step is. */
export interface Progress {
  finished: number;
  failed: number;
  total: number;
  recordsPerMinute?: number | undefined;
  /** Milliseconds. */
  remaining?: number | undefined;
}

/** What a step tells while it runs. */
export interface StepHooks {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Told how many calls of the API have been made since the last time. */
  onCalls: (calls: number) => void;
  onOutcome: (outcome: Outcome) => void;
}
