/** A reproducible source of numbers in [0, 1): mulberry32, the same sequence for the same seed everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A version 4 UUID from the mock's own random source, so that a seed also fixes the ids of errors. */
export function uuid(random: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(random() * 16).toString(16));
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An id in the form the API gives its jobs: 10 characters of time, 16 of randomness (https://github.com/ulid/spec). */
export function ulid(now: number, random: () => number): string {
  let time = "";
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  let tail = "";
  for (let i = 0; i < 16; i++) tail += alphabet[Math.floor(random() * 32)];
  return time + tail;
}
