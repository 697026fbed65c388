import { Alias, type Document, isAlias, isNode, type Node, visit } from "yaml";
import { structure } from "../document/structure.ts";
import type { Place } from "./place.ts";

/**
 * The anchors of a YAML document. A shared node says what most of its places want; the others get a copy of their own.
 * It stands where it is wanted first, because an alias refers to what is above it.
 */
export class SharedNodes {
  /** By anchor, the nodes as they were. */
  readonly #originals = new Map<string, Node>();
  /** By anchor, how many places want what. */
  readonly #wishes = new Map<string, Map<string, number>>();
  readonly #defined = new Set<string>();

  constructor(document: Document) {
    visit(document, {
      Node: (_, node) => {
        if (!isAlias(node) && node.anchor) this.#originals.set(node.anchor, withoutAnchors(node));
      },
    });
  }

  /** Counts a place before any is changed. */
  count({ node, current, wanted, kind }: Place): void {
    const anchor = anchorOf(node);
    if (anchor === undefined) return;
    // What the node says now wins where as many places want something else.
    const wishes = this.#wishes.get(anchor) ?? new Map([[wishOf(current, kind), 0.5]]);
    const wish = wishOf(wanted, kind);
    this.#wishes.set(anchor, wishes.set(wish, (wishes.get(wish) ?? 0) + 1));
  }

  /** The node to go on with at a place: an alias that may stay, or a node that no other place shares any more. */
  settle({ node, wanted, kind }: Place): unknown {
    const anchor = anchorOf(node);
    if (anchor === undefined || !isNode(node)) return node;
    const own = isAlias(node) ? this.#copy(anchor) : node;
    const wishes = [...(this.#wishes.get(anchor) ?? [])];
    const [most] = wishes.reduce((best, each) => (each[1] > best[1] ? each : best), ["", 0]);
    const isShared = wishOf(wanted, kind) === most;
    if (isShared && this.#defined.has(anchor)) return isAlias(node) ? node : new Alias(anchor);
    if (isShared) {
      this.#defined.add(anchor);
      own.anchor = anchor;
    } else delete own.anchor;
    return own;
  }

  #copy(anchor: string): Exclude<Node, Alias> {
    const original = this.#originals.get(anchor);
    if (!original || isAlias(original)) throw new Error(`the document has no anchor ${anchor}`);
    return original.clone() as Exclude<Node, Alias>;
  }
}

function anchorOf(node: unknown): string | undefined {
  if (isAlias(node)) return node.source;
  return isNode(node) ? node.anchor : undefined;
}

/** What a place wants, without the words, which every place takes as they are. */
function wishOf(wanted: unknown, kind: Place["kind"]): string {
  return JSON.stringify(structure(wanted, kind)) ?? "";
}

function withoutAnchors(node: Node): Node {
  const copy = node.clone() as Node;
  visit(copy, {
    Node: (_, inner) => {
      if (!isAlias(inner)) delete inner.anchor;
    },
  });
  return copy;
}
