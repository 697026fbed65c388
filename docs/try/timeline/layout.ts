import type { Call, Span } from "./timeline.ts";

/** A time line in percent of its width, ready to draw. */
export interface Layout {
  rows: Row[];
  ticks: { at: number; label: string }[];
}

export interface Row {
  call: Call;
  bars: Bar[];
}

export interface Bar {
  span: Span;
  tone: Tone;
  left: number;
  width: number;
}

export type Tone = "limiter" | "pause" | "open" | "good" | "bad";

/** A time line is at least so many milliseconds long, so that an answer at once does not look long. */
const shortest = 1_000;

/** Where the bars of all calls stand; what lasts still ends now. */
export function layoutOf(calls: readonly Call[], now: number): Layout {
  const spans = calls.flatMap((call) => call.spans);
  const from = spans.reduce((first, span) => Math.min(first, span.from), Number.POSITIVE_INFINITY);
  const end = spans.reduce((last, span) => Math.max(last, span.to ?? now), 0);
  const length = spans.length > 0 ? Math.max(end - from, shortest) : shortest;
  const percent = (milliseconds: number): number => (100 * milliseconds) / length;
  const toBar = (span: Span): Bar => ({
    span,
    tone: toneOf(span),
    left: percent(span.from - from),
    width: percent((span.to ?? Math.max(now, span.from)) - span.from),
  });
  const step = stepOf(length);
  const count = Math.floor(length / step) + 1;
  return {
    rows: calls.map((call) => ({ call, bars: call.spans.map(toBar) })),
    ticks: Array.from({ length: count }, (_, index) => ({
      at: percent(index * step),
      label: durationText(index * step),
    })),
  };
}

export function toneOf({ kind, to, result }: Span): Tone {
  if (kind !== "attempt") return kind;
  if (to === undefined) return "open";
  return typeof result === "number" && result < 400 ? "good" : "bad";
}

/** Milliseconds as a person says them. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  return `${Math.round(milliseconds / 100) / 10} s`;
}

/** What has happened to a call, in words. */
export function describeCall({ spans }: Call): string {
  return spans.map(describeSpan).join(", then ");
}

export function describeSpan({ kind, from, to, attempt, result, fault }: Span): string {
  const time = to === undefined ? "" : ` ${durationText(to - from)}`;
  if (kind === "limiter") return to === undefined ? "waits for the limit" : `waited${time} for the limit`;
  if (kind === "pause") return `paused${time} before the next attempt`;
  if (to === undefined) return `attempt ${attempt} is under way`;
  return `attempt ${attempt}: ${result} after${time}${fault ? ` (fault ${fault})` : ""}`;
}

/** A round number of milliseconds, so that a time line has at most seven marks. */
function stepOf(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length / 6));
  return ([1, 2, 5, 10].find((factor) => factor * power * 6 >= length) ?? 10) * power;
}
