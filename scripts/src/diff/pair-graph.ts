/** A pair of an old thing and a new one: what was found of it alone, and the pairs below it. */
interface Node<Found> {
  found: Found[];
  below: { node: Node<Found>; path: readonly string[] }[];
  above: Node<Found>[];
  /** Whether anything was found here or below. */
  differs: boolean;
}

export interface Looking<Pair, Found> {
  found(what: Found): void;
  /** A pair that stands `path` below this one. */
  below(pair: Pair, path: readonly string[]): void;
}

export interface PairGraph<Pair, Found> {
  /**
   * What was found at a pair and below, with the steps to it from the first one. A pair that many ways lead to, or that
   * contains itself, is met by the shortest way alone, and never again with the same `met`.
   */
  collect(pair: Pair, path: readonly string[], met: Set<unknown>): Iterable<{ found: Found; path: readonly string[] }>;
}

/**
 * Looks at each pair once, however many operations lead to it. What two operations share is a part of the graph, so the
 * cost is that of the documents and not that of all ways through them.
 */
export function pairGraph<Pair, Found>(
  keyOf: (pair: Pair) => string,
  look: (pair: Pair, looking: Looking<Pair, Found>) => void,
): PairGraph<Pair, Found> {
  const nodes = new Map<string, Node<Found>>();

  function nodeOf(first: Pair): Node<Found> {
    const unseen: [Pair, Node<Found>][] = [];
    const enter = (pair: Pair) => {
      const key = keyOf(pair);
      const known = nodes.get(key);
      if (known) return known;
      const node: Node<Found> = { found: [], below: [], above: [], differs: false };
      nodes.set(key, node);
      unseen.push([pair, node]);
      return node;
    };
    const root = enter(first);
    for (const [pair, node] of unseen) {
      look(pair, {
        found: (what) => node.found.push(what),
        below(child, path) {
          const target = enter(child);
          node.below.push({ node: target, path });
          target.above.push(node);
          if (target.differs) mark(node);
        },
      });
      if (node.found.length > 0) mark(node);
    }
    return root;
  }

  return {
    *collect(pair, path, met) {
      const queue = [{ node: nodeOf(pair), path }];
      for (const { node, path: steps } of queue) {
        if (!node.differs || met.has(node)) continue;
        met.add(node);
        for (const found of node.found) yield { found, path: steps };
        for (const child of node.below) {
          if (child.node.differs && !met.has(child.node)) {
            queue.push({ node: child.node, path: [...steps, ...child.path] });
          }
        }
      }
    },
  };
}

function mark<Found>(node: Node<Found>): void {
  const queue = [node];
  for (const each of queue) {
    if (each.differs) continue;
    each.differs = true;
    queue.push(...each.above);
  }
}
