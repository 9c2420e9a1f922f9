import type { ReactNode } from 'react'

/** A list's search field with its filter by region, as on the brand wall and the register; a plain GET form. */
export function FilterForm({
  action,
  words,
  search,
  region,
  regions,
  children,
}: {
  action: string
  words: { search: string; region: string; allRegions: string; find: string; hint?: string }
  search: string
  region: string
  /** Offered when there are several. */
  regions: string[]
  /** Further fields. */
  children?: ReactNode
}) {
  return (
    <search>
      <form method="get" action={action} className="card filter">
        <div className="field">
          <label htmlFor="search">{words.search}</label>
          {words.hint && (
            <p className="hint" id="search-hint">
              {words.hint}
            </p>
          )}
          <input
            id="search"
            name="search"
            type="search"
            defaultValue={search}
            maxLength={40}
            autoComplete="off"
            aria-describedby={words.hint && 'search-hint'}
          />
        </div>
        {regions.length > 1 && (
          <div className="field">
            <label htmlFor="region">{words.region}</label>
            <select id="region" name="region" defaultValue={region}>
              <option value="">{words.allRegions}</option>
              {regions.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </div>
        )}
        {children}
        <button type="submit" className="main">
          {words.find}
        </button>
      </form>
    </search>
  )
}
