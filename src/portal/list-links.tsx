/** The lists of a page to choose from, each with its count where there is one; the one that is shown is marked. */
export function ListLinks<List extends string>({
  path,
  lists,
  shown,
  say,
  counts,
}: {
  path: string
  lists: readonly List[]
  shown: List
  say: Record<List, string>
  counts?: Record<List, number>
}) {
  return (
    <p>
      {lists.map((each) => (
        <a key={each} className="tag" href={`${path}?list=${each}`} aria-current={each === shown ? 'true' : undefined}>
          {say[each]} {counts?.[each]}
        </a>
      ))}
    </p>
  )
}
