const length = 1000;

/** A call's place in the window. */
export interface Place {
  /** When the window no longer holds it. */
  until: number;
}

/** The server's fixed window of a second, whose phase nothing tells: any second may hold `limit` calls. */
export interface BurstWindow {
  /** When it is worth asking again; 0 when a call fits now. */
  free(now: number): number;
  /** Takes a place for a call that is sent. */
  use(now: number): Place;
  /** Learns whether a call was refused: then somebody else uses the window too. */
  learn(refused: boolean): void;
}

/**
 * A call keeps its place until a second after its answer: by then the server has counted it. One whose answer takes more
 * than a second is taken for counted by then.
 */
export function burstWindow(full: number): BurstWindow {
  const places = new Set<Place>();
  let limit = full;

  return {
    free(now) {
      if (places.size < limit) return 0;
      let next = now + length;
      for (const place of places) {
        if (place.until <= now) places.delete(place);
        else next = Math.min(next, place.until);
      }
      return places.size < limit ? 0 : next;
    },
    use(now) {
      const place = { until: now + 2 * length };
      places.add(place);
      return place;
    },
    learn(refused) {
      limit = refused ? Math.max(1, limit * 0.7) : Math.min(full, limit + 0.05);
    },
  };
}
