/** How long a job takes, in milliseconds of the mock's clock; its records are worked off evenly. */
export interface Pace {
  /** Time before work begins. @default 200 */
  queued: number;
  /** Time from the first record to the last. @default 800 */
  processing: number;
}

export const defaultPace: Pace = { queued: 200, processing: 800 };
