/** The digest of what was read, as a checkpoint keeps it. */
export interface StoredDigest {
  /** Records of a group. */
  size: number;
  /** Two sums over the hashes of each group: plain, and weighted by place. */
  groups: [number, number][];
}

/** Where a source differs from what was read before: from a record on, or exactly there. */
export interface Difference {
  from: number;
  to: number;
}

/**
 * Tells whether a source gives the same records again, in a few kilobytes however many they are: it keeps two sums for
 * each group of records, and the groups grow with their number. When one record of a group has changed, the two sums tell
 * which one; when several have, they tell the group.
 */
export interface SourceDigest {
  readonly count: number;
  add(hash: number): void;
  stored(): StoredDigest;
  /** What the records since the last call show, if a group is complete or `isEnd`. */
  compare(before: StoredDigest, isEnd: boolean): Difference | undefined;
}

const mostGroups = 512;
/** A prime below 2 ** 31, so that products with a place in a group are exact. */
const prime = 2_147_483_647;

/** @param size records of a group, as of the digest that is to be compared */
export function sourceDigest(size = 1): SourceDigest {
  let groups: [number, number][] = [];
  let count = 0;

  const merge = (): void => {
    const merged: [number, number][] = [];
    for (let at = 0; at < groups.length; at += 2) {
      const [[plain, weighted], [nextPlain, nextWeighted]] = groups.slice(at, at + 2) as [
        [number, number],
        [number, number],
      ];
      merged.push([(plain + nextPlain) % prime, (weighted + nextWeighted + size * nextPlain) % prime]);
    }
    groups = merged;
    size *= 2;
  };

  return {
    get count() {
      return count;
    },
    add(hash) {
      if (count === size * mostGroups) merge();
      const place = count % size;
      if (place === 0) groups.push([0, 0]);
      const group = groups.at(-1) as [number, number];
      const value = hash % prime;
      group[0] = (group[0] + value) % prime;
      group[1] = (group[1] + place * value) % prime;
      count++;
    },
    stored: () => ({ size, groups }),
    compare(before, isEnd) {
      if (count % size && !isEnd) return undefined;
      const [plain, weighted] = groups.at(-1) as [number, number];
      const [plainBefore, weightedBefore] = before.groups[groups.length - 1] ?? [0, 0];
      const more = (plain - plainBefore + prime) % prime;
      const moreWeighted = (weighted - weightedBefore + prime) % prime;
      if (!more && !moreWeighted) return undefined;
      const first = (groups.length - 1) * size;
      for (let place = 0; first + place < count; place++) {
        if ((place * more) % prime === moreWeighted) return { from: first + place, to: first + place };
      }
      return { from: first, to: count - 1 };
    },
  };
}
