import { type Clock, systemClock } from "../../basics/clock.ts";

/** The time of the API, in milliseconds since 1970: what it says of its jobs is compared with when they were sent. */
export interface ApiTime {
  now(): number;
  /** Whether the API has told it; until then, it is only ours. */
  readonly isKnown: boolean;
  /** Learns it from what the API has made just now. */
  learn(created: number): void;
}

/** Makes an {@link ApiTime}. */
export function apiTime(clock: Clock): ApiTime {
  let ahead = clock === systemClock ? Date.now() - clock.now() : 0;
  let isKnown = false;
  return {
    now: () => clock.now() + ahead,
    get isKnown() {
      return isKnown;
    },
    learn(created) {
      ahead = created - clock.now();
      isKnown = true;
    },
  };
}
