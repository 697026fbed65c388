import type { Steps } from "../catalog/steps.ts";
import { bodyProblem } from "../fragment/mistakes.ts";
import { deepest, tooDeep } from "../fragment/plain-json.ts";

/** Characters that are parsed at once, which takes about a millisecond. */
const defaultSize = 50_000;

/** A list or object whose end has not been reached yet. */
interface Container {
  isList: boolean;
  /** Where its bracket stands. */
  start: number;
  /** What of it has been parsed, once it turned out to be long: a list's pieces, to be joined at its end. */
  parsed: unknown[][] | Record<string, unknown> | undefined;
  /** Where the text begins that has not been parsed. */
  from: number;
  /** Where the present member begins, with its name. */
  member: number;
  /** Whether the present member is parsed already: it was a long list or object itself. */
  memberIsParsed: boolean;
}

/**
 * Does what `JSON.parse` does, in steps: that takes 60 ms for 5 MB. The text is only searched for brackets, commas and
 * strings, so that a long list or object can be cut between its members; `JSON.parse` reads each piece.
 *
 * @param size of a piece; a member that is no list or object may be longer
 * @throws {SyntaxError} for what is no JSON
 * @throws {ApiProblem} for what is nested deeper than any check allows
 */
export function* parseInSteps(text: string, size: number = defaultSize): Steps<unknown> {
  const open: Container[] = [];
  let depth = 0;
  let pause = size;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    const inner = open[depth - 1];
    if (character === '"') at = endOfString(text, at);
    else if (character === "[" || character === "{") {
      if (depth === deepest) throw bodyProblem([tooDeep]);
      if (open.length === depth) open.push(newContainer());
      enter(open[depth++] as Container, at, character === "[");
    } else if (character === ",") {
      if (inner === undefined) throw unexpected();
      endMember(inner, text, at, size);
    } else if (character === "]" || character === "}") {
      if (inner === undefined || inner.isList !== (character === "]")) throw unexpected();
      depth--;
      const outer = open[depth - 1];
      // What is short is parsed with what surrounds it.
      if (outer && inner.parsed === undefined && at - inner.start <= size) continue;
      const value = endOf(inner, text, at);
      if (outer === undefined) return alone(value, text.slice(0, inner.start), text.slice(at + 1));
      takeMember(outer, text, { start: inner.start, end: at + 1, value });
    }
    if (at < pause) continue;
    yield;
    pause = at + size;
  }
  if (depth > 0) throw new SyntaxError("it ends too early");
  // No list or object: one string, or less.
  return JSON.parse(text);
}

/** The quote that ends the string whose first quote is at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  throw new SyntaxError("a string has no end");
}

function newContainer(): Container {
  return { isList: true, start: 0, parsed: undefined, from: 0, member: 0, memberIsParsed: false };
}

/** Containers are used again: a body of 5 MB has 80,000 of them, and hardly one is long. */
function enter(container: Container, at: number, isList: boolean): void {
  container.isList = isList;
  container.start = at;
  container.parsed = undefined;
  container.from = at + 1;
  container.member = at + 1;
  container.memberIsParsed = false;
}

/** At the comma behind a member. */
function endMember(container: Container, text: string, at: number, size: number): void {
  if (container.memberIsParsed || at - container.from > size) {
    takeText(container, text, at);
    container.from = at + 1;
    container.memberIsParsed = false;
  }
  container.member = at + 1;
}

/** The whole of a container, at the bracket that ends it. */
function endOf(container: Container, text: string, at: number): unknown {
  const isEmpty = container.parsed === undefined && isBlank(text.slice(container.from, at));
  if (!isEmpty) takeText(container, text, at);
  const { isList, parsed } = container;
  return isList ? ([] as unknown[]).concat(...((parsed as unknown[][] | undefined) ?? [])) : (parsed ?? {});
}

/** Parses the members that have been passed since the last piece. */
function takeText(container: Container, text: string, end: number): void {
  const rest = text.slice(container.from, end);
  if (isBlank(rest) !== container.memberIsParsed) throw unexpected();
  if (!container.memberIsParsed) take(container, rest);
}

/** Takes a long list or object as the present member of what it stands in. */
function takeMember(outer: Container, text: string, inner: { start: number; end: number; value: unknown }): void {
  if (outer.memberIsParsed) throw unexpected();
  if (outer.member > outer.from) takeText(outer, text, outer.member - 1);
  take(outer, `${text.slice(outer.member, inner.start)}[]`, inner.value);
  outer.from = inner.end;
  outer.memberIsParsed = true;
}

/** @param value in place of the one member's */
function take(container: Container, members: string, value?: unknown): void {
  if (container.isList) {
    const parsed: unknown[] = JSON.parse(`[${members}]`);
    container.parsed ??= [];
    (container.parsed as unknown[][]).push(value === undefined ? parsed : [value]);
    return;
  }
  const parsed: Record<string, unknown> = JSON.parse(`{${members}}`);
  container.parsed ??= {};
  for (const name of Object.keys(parsed)) set(container.parsed as Record<string, unknown>, name, value ?? parsed[name]);
}

/** Assigned, `__proto__` would be no name like any other. */
function set(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") object[name] = value;
  else Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
}

function alone(value: unknown, before: string, after: string): unknown {
  if (!isBlank(before) || !isBlank(after)) throw unexpected();
  return value;
}

function isBlank(text: string): boolean {
  return /^[\t\n\r ]*$/.test(text);
}

function unexpected(): SyntaxError {
  return new SyntaxError("a bracket or comma stands where none can");
}
