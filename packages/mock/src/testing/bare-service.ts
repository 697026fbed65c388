import { Accounts } from "../accounts/accounts.ts";
import { seededRandom } from "../catalog/ids.ts";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createFaults } from "../http/fault-rules.ts";
import { RequestLog } from "../http/request-log.ts";
import type { Service } from "../http/serve-call.ts";
import { defaultPace } from "../jobs/job.ts";
import { PendingChanges } from "../storage/pending-changes.ts";

/** What requests are served from in a mock without any options, for tests that bring a fragment of their own. */
export function bareService({ strict = false } = {}): Service {
  const random = seededRandom(1);
  const changes = new PendingChanges();
  return {
    accounts: new Accounts({ changes, pace: defaultPace, random }),
    changes,
    clock: virtualClock(),
    random,
    faults: createFaults([], new Map(), random),
    log: new RequestLog(true),
    limits: true,
    strict,
  };
}
