const length = 1000;

/** The server's fixed window of a second, whose phase nothing tells: any second may hold `limit` calls. */
export interface BurstWindow {
  /** Milliseconds until a call fits; 0 when one does now. */
  wait(now: number): number;
  /** Counts a call that is sent; returns what to tell when it was counted, and milliseconds to keep its place longer. */
  use(now: number): (counted: number, longer: number) => void;
  /** Lowers the limit for now: somebody else uses it too. */
  shrink(): void;
  /** Raises it again, a little. */
  grow(): void;
}

/**
 * A call keeps its place until a second after the latest moment at which the server may have counted it; an answer that
 * takes more than a second is taken for counted by then.
 */
export function burstWindow(full: number): BurstWindow {
  const underWay = new Set<{ sent: number }>();
  const leaving: number[] = [];
  let limit = full;

  return {
    wait(now) {
      for (const call of underWay) {
        if (call.sent + length > now) break;
        underWay.delete(call);
        leaving.push(call.sent + 2 * length);
      }
      while ((leaving[0] ?? Number.POSITIVE_INFINITY) <= now) leaving.shift();
      if (leaving.length + underWay.size < limit) return 0;
      const [oldest] = underWay;
      return Math.max((leaving[0] ?? (oldest?.sent ?? now) + length) - now, 1);
    },
    use(now) {
      const call = { sent: now };
      underWay.add(call);
      return (counted, longer) => {
        if (underWay.delete(call)) leaving.push(counted + length + longer);
      };
    },
    shrink() {
      limit = Math.max(1, limit * 0.7);
    },
    grow() {
      limit = Math.min(full, limit + 0.05);
    },
  };
}
