/** A moment as the API writes it: whole seconds, an explicit UTC offset. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
