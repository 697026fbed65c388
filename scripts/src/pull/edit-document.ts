import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { hasKeywords, isText, type Kind, kindAt } from "../document/keywords.ts";
import { isObject, type Json } from "../document/walk.ts";
import type { Place } from "./place.ts";
import { SharedNodes } from "./shared-nodes.ts";

/**
 * Makes a YAML document say what `wanted` says, changing only what differs: order, comments, anchors and the words of
 * what stays are kept. New keys come after the one that they follow in `wanted`.
 */
export function editDocument(document: Document, wanted: object): void {
  const current: unknown = document.toJS({ maxAliasCount: -1 });
  const root: Place = { node: document.contents, current, wanted, kind: "document" };
  const shared = new SharedNodes(document);
  count(root);
  document.contents = edit(root) as Document["contents"];

  function count(place: Place): void {
    shared.count(place);
    for (const [child] of childrenOf(place)) count(child);
  }

  function edit(place: Place): unknown {
    const node = shared.settle(place);
    if (isAlias(node)) return node;
    const { wanted, kind } = place;
    for (const [child, put] of childrenOf({ ...place, node })) put(edit(child));
    if (isMap(node) && isObject(wanted)) return fillMap(document, node, wanted, kind);
    if (isSeq(node) && Array.isArray(wanted)) return fillList(document, node, place.current, wanted, kind);
    if (!isScalar(node) || isObject(wanted) || Array.isArray(wanted)) return document.createNode(wanted);
    if (node.value !== wanted) node.value = wanted;
    return node;
  }
}

/** What stays in a map or a list, with the way to put another node in its place. Words are what they are. */
function childrenOf({ node, current, wanted, kind }: Place): [place: Place, put: (node: unknown) => void][] {
  if (isMap(node) && isObject(current) && isObject(wanted)) {
    return node.items.flatMap((pair): [Place, (node: unknown) => void][] => {
      const key = keyOf(pair);
      const isOurs = isWords(kind, key);
      const name = kind === "content" ? mediaType(key, current, wanted) : key;
      if (!isOurs && !Object.hasOwn(wanted, name)) return [];
      const child = { node: pair.value, current: current[key], wanted: (isOurs ? current : wanted)[name] };
      const put = (value: unknown) => {
        pair.value = value;
        if (name !== key && isScalar(pair.key)) pair.key.value = name;
      };
      return [[{ ...child, kind: kindAt(kind, key) }, put]];
    });
  }
  if (isSeq(node) && Array.isArray(current) && Array.isArray(wanted)) {
    const elements = new Map(identities(wanted).map((id, index) => [id, wanted[index]]));
    return identities(current).flatMap((id, index): [Place, (node: unknown) => void][] => {
      if (!elements.has(id)) return [];
      const child = { node: node.items[index], current: current[index], wanted: elements.get(id), kind };
      return [[child, (value) => node.items.splice(index, 1, value)]];
    });
  }
  return [];
}

/** The only media type of a body may have another name now, as all of them had between 2023 and 2024. */
function mediaType(name: string, current: Json, wanted: Json): string {
  const [next = name, ...more] = Object.keys(wanted);
  return more.length === 0 && Object.keys(current).length === 1 ? next : name;
}

/** Removes from a map what is not wanted, and adds what is missing. */
function fillMap(document: Document, map: YAMLMap, wanted: Json, kind: Kind): YAMLMap {
  const stays = (pair: Pair) => Object.hasOwn(wanted, keyOf(pair)) || isWords(kind, keyOf(pair));
  // In YAML the comment on the first keys is the map's: it neither goes when they go, nor stays with them.
  const [first] = firstSection(map).filter(stays);
  if (isScalar(first?.key)) first.key.commentBefore = map.commentBefore;
  map.commentBefore = null;
  map.items = map.items.filter(stays);
  const isSpaced = map.items.some(({ key }) => isScalar(key) && key.spaceBefore);
  const isInline = map.items.some(({ value }) => isCollection(value) && value.flow);
  let place = 0;
  for (const [key, value] of Object.entries(wanted)) {
    const found = map.items.findIndex((pair) => keyOf(pair) === key);
    if (found >= 0) place = found + 1;
    if (found >= 0 || isWords(kind, key)) continue;
    const pair = document.createPair(key, value) as Pair;
    if (isInline && isCollection(pair.value)) pair.value.flow = JSON.stringify(value).length < 80;
    // The first of spaced keys has no empty line before it.
    const spaced = place > 0 ? pair : (map.items[0] ?? pair);
    if (isSpaced && isScalar(spaced.key)) spaced.key.spaceBefore = true;
    map.items.splice(place, 0, pair);
    place += 1;
  }
  return map;
}

/** What stands before the next key that has a comment of its own. */
function firstSection({ items }: YAMLMap): Pair[] {
  const next = items.findIndex(({ key }, index) => index > 0 && isScalar(key) && key.commentBefore);
  return items.slice(0, next < 0 ? items.length : next);
}

/** As {@link fillMap}. Where their order says nothing, the elements stay in ours. */
function fillList(document: Document, list: YAMLSeq, current: unknown, wanted: unknown[], kind: Kind): YAMLSeq {
  const had = new Map(identities(current as unknown[]).map((id, index) => [id, list.items[index]]));
  const ids = identities(wanted);
  const order = ["set", "parameter", "tag"].includes(kind) ? [...had.keys()].filter((id) => ids.includes(id)) : ids;
  for (const [index, id] of ids.entries()) {
    if (!order.includes(id)) order.splice(order.indexOf(ids[index - 1] ?? "") + 1, 0, id);
  }
  list.items = order.map((id) => had.get(id) ?? document.createNode(wanted[ids.indexOf(id)]));
  return list;
}

/** By what the elements of two lists are known to be the same one; otherwise by where they stand. */
function identities(list: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return list.map((element, index) => {
    const { $ref, in: place, name } = isObject(element) ? element : {};
    const id = isObject(element) ? ($ref ?? (name === undefined ? index : [place, name])) : element;
    const text = JSON.stringify(id) ?? "";
    seen.set(text, (seen.get(text) ?? 0) + 1);
    return `${text} ${seen.get(text)}`;
  });
}

/** Words are ours, and what upstream writes there is no reason to change them. */
function isWords(kind: Kind, key: string): boolean {
  return hasKeywords(kind) && kind !== "components" && isText(kindAt(kind, key));
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}
