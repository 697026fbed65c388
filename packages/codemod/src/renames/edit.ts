/** A replacement of a part of a file's text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A place that a person has to look at, and why. */
export interface Note {
  position: number;
  message: string;
}

export interface Changes {
  edits: Edit[];
  notes: Note[];
  /** Whether a name was left because the file does not say which revision it is for. */
  ambiguous?: boolean;
}

/** Only the edited parts change: line endings, quotes and layout stay as they are. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  return ordered.reduce((result, { start, end, text: now }) => result.slice(0, start) + now + result.slice(end), text);
}

export function joinChanges(changes: readonly Changes[]): Changes {
  return {
    edits: changes.flatMap(({ edits }) => edits),
    notes: changes.flatMap(({ notes }) => notes),
    ambiguous: changes.some(({ ambiguous }) => ambiguous),
  };
}
