const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An id in the form the API gives its jobs: 10 characters of time, 16 of randomness (https://github.com/ulid/spec). */
export function ulid(now: number, random: () => number): string {
  let time = "";
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  let tail = "";
  for (let i = 0; i < 16; i++) tail += alphabet[Math.floor(random() * 32)];
  return time + tail;
}
