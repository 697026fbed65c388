import type { SmallApi } from "./small-api.ts";

/** A change of the small API. */
export type Edit = (document: SmallApi) => void;

export const none: Edit = () => {};

export function all(...edits: Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document);
  };
}
