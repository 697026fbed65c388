import { seeded } from "./random.ts";

/** Milliseconds that a call and its answer travel. */
export interface Ways {
  there: number;
  back: number;
}

/** Ways of 10 to 40 ms, one call's after the other's. */
export function ways(seed: number): () => Ways {
  const random = seeded(seed);
  return () => ({ there: 10 + random() * 30, back: 10 + random() * 30 });
}
