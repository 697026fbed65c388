interface MapLike<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What a map holds for a key; made when it is asked for first. */
export function getOrMake<Key, Value>(map: MapLike<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const found = map.get(key);
  if (found) return found;
  const made = make(key);
  map.set(key, made);
  return made;
}
