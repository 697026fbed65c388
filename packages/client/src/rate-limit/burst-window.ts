const length = 1000;

/** A call that takes part of the window. */
export interface Slot {
  /** When the window no longer holds the call. */
  until: number;
}

/** The server's fixed window of a second. Nothing tells its phase, so no second, wherever it starts, gets more calls. */
export interface BurstWindow {
  /** Takes note of how many calls a caller says that it may hold; of several numbers the smallest counts. */
  limitTo(calls: number): void;
  /** When to ask again, at most a second from now, or 0 when a call fits now. */
  freeAt(now: number): number;
  /** Takes a slot for a call that is sent now. */
  use(now: number): Slot;
  /** The call of a slot has ended. */
  end(slot: Slot, now: number): void;
  /** The call of a slot was never sent. */
  giveBack(slot: Slot): void;
  /** Learns whether a call was refused. One that was shows that somebody else uses the window, too. */
  learn(refused: boolean): void;
}

/**
 * A call keeps its slot until a second after its answer, because the server counted it before it answered. A call
 * without an answer is taken for counted after a second, and keeps its slot for another one.
 */
export function burstWindow(): BurstWindow {
  const slots = new Set<Slot>();
  let full = Number.POSITIVE_INFINITY;
  let limit = full;

  return {
    limitTo(calls) {
      if (calls >= full) return;
      full = calls;
      limit = Math.min(limit, full);
    },
    freeAt(now) {
      if (slots.size < limit) return 0;
      // An answer that comes in the meantime makes its slot free sooner than is known now.
      let next = now + length;
      for (const slot of slots) {
        if (slot.until <= now) slots.delete(slot);
        else next = Math.min(next, slot.until);
      }
      return slots.size < limit ? 0 : next;
    },
    use(now) {
      const slot = { until: now + 2 * length };
      // Without a limit nobody counts the slots, or takes old ones away.
      if (full < Number.POSITIVE_INFINITY) slots.add(slot);
      return slot;
    },
    end(slot, now) {
      if (slot.until > now) slot.until = now + length;
    },
    giveBack(slot) {
      slots.delete(slot);
    },
    learn(refused) {
      limit = refused ? Math.max(1, limit * 0.7) : Math.min(full, limit + 0.05);
    },
  };
}
