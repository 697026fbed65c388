import type ts from "typescript";

type Fits = (before: ts.Type, after: ts.Type) => boolean;

/**
 * Whether one type can take the place of another, for types that contain themselves: a pair that is being looked at is
 * taken to fit until something says otherwise. A no is final. A yes that rests on such an assumption holds as long as the
 * pair that was assumed is not answered with no, so that nothing is looked at again for every way that leads to it.
 */
export function fitsRelation(look: (before: ts.Type, after: ts.Type, fits: Fits) => boolean): Fits {
  const known = new Map<string, boolean>();
  const open = new Map<string, number>();
  /** Pairs that fit if the open one at that depth does; and their order. */
  const resting = new Map<string, number>();
  const order: string[] = [];
  let shallowest = Number.POSITIVE_INFINITY;

  return function fits(before, after) {
    if (before === after) return true;
    const key = pairKey(before, after);
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const assumption = open.get(key) ?? resting.get(key);
    if (assumption !== undefined) {
      shallowest = Math.min(shallowest, assumption);
      return true;
    }
    const depth = open.size;
    const first = order.length;
    const outer = shallowest;
    shallowest = Number.POSITIVE_INFINITY;
    open.set(key, depth);
    const isFit = look(before, after, fits);
    open.delete(key);
    const inside = order.splice(first);
    if (!isFit || shallowest >= depth) {
      for (const each of inside) resting.delete(each);
      if (isFit) for (const each of inside) known.set(each, true);
      known.set(key, isFit);
      shallowest = outer;
    } else {
      order.push(...inside, key);
      for (const each of [...inside, key]) resting.set(each, shallowest);
      shallowest = Math.min(outer, shallowest);
    }
    return isFit;
  };
}

/** Types have ids, though the compiler's declarations keep them to themselves. */
export function pairKey(before: ts.Type, after: ts.Type): string {
  return `${(before as ts.Type & { id: number }).id} ${(after as ts.Type & { id: number }).id}`;
}
