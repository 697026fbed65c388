import { plural } from "../catalog/attributes.ts";
import type { Action, Progress, Step } from "../send/outcome.ts";

export const whole = new Intl.NumberFormat("en");

const texts: Readonly<Record<Action, (records: string) => string>> = {
  create: (records) => `create ${records}`,
  update: (records) => `update ${records}`,
  delete: (records) => `delete ${records}`,
  link: (records) => `put ${records} into categories`,
  unlink: (records) => `take ${records} out of categories`,
};

export function stepText({ action, type, total }: Step): string {
  return texts[action](`${whole.format(total)} ${plural[type]}`);
}

/** Ends a list of problems. */
export function toMendText(problems: number): string {
  return `${whole.format(problems)} to mend; nothing was sent`;
}

export function progressText({ finished, failed, total, recordsPerMinute, remaining }: Progress): string {
  const parts = [`${whole.format(finished)} of ${whole.format(total)}`];
  if (failed > 0) parts.push(`${whole.format(failed)} failed`);
  if (recordsPerMinute) parts.push(`${whole.format(Math.round(recordsPerMinute))} a minute`);
  if (remaining && finished < total) parts.push(`${durationText(remaining)} left`);
  return parts.join(" · ");
}

/** `850 ms`, `12 s`, `3 min 20 s`, `2 h 5 min` */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
