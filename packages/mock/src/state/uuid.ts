/** A version 4 UUID from the mock's own random source, so that a seed also fixes the ids of errors. */
export function uuid(random: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(random() * 16).toString(16));
}
