/** Things in lists by what `of` says of each, in the order in which they come. */
export function listsBy<Each, Key>(all: Iterable<Each>, of: (each: Each) => Key): Map<Key, Each[]> {
  const lists = new Map<Key, Each[]>()
  for (const each of all) {
    const key = of(each)
    const own = lists.get(key)
    if (own) own.push(each)
    else lists.set(key, [each])
  }
  return lists
}
