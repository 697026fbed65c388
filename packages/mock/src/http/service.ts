import type { Accounts } from "../accounts/accounts.ts";
import type { Keys } from "../accounts/keys.ts";
import type { Clock } from "../clock/clock.ts";
import type { FaultPlanner } from "../faults/faults.ts";
import type { PendingChanges } from "../storage/pending-changes.ts";

/** What every request is served from. */
export interface Service {
  readonly accounts: Accounts;
  /** Written before every answer. */
  readonly changes: PendingChanges;
  readonly clock: Clock;
  readonly random: () => number;
  readonly faults: FaultPlanner;
  readonly keys?: Keys;
  /** Count requests against the operations' windows. */
  readonly limits: boolean;
}
