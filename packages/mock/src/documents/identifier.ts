import { typeOf } from "../state/kind.ts";
import type { RecordIdentity, ResourceIdentifier } from "./document.ts";

export function identifier({ kind, id }: RecordIdentity): ResourceIdentifier {
  return { type: typeOf(kind), id };
}
