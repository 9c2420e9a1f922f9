import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useEffect, useState } from 'react'
import { useSay } from './language.ts'
import { frameWords } from './words.ts'

/** What the page is called while its screen is not there yet, or is refused; null within a screen. */
export const PageTitle = createContext<string | null>(null)

/** One screen: its title (also the window's), what can be done with all of it, and its content. */
export function Screen({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  /** A sentence on what the screen is for, or the state of the thing. */
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const say = useSay(frameWords)
  useEffect(() => {
    document.title = `${title} · ${say.name}`
  }, [title, say])
  return (
    <PageTitle.Provider value={null}>
      <div className="screen-head">
        <h1>{title}</h1>
        {actions && <div className="screen-actions">{actions}</div>}
      </div>
      {lead && <div className="screen-lead">{lead}</div>}
      {children}
    </PageTitle.Provider>
  )
}

/** A part of a screen with its own heading. */
export function Part({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="part">
      <div className="screen-head">
        <h2>{title}</h2>
        {actions && <div className="screen-actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** Label and value, one pair a line; an empty value is a dash. */
export function FieldList({ fields }: { fields: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="fields">
      {fields.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A state in a word, told by its text; `hot` for what waits for somebody. */
export function Mark({ children, hot = false }: { children: ReactNode; hot?: boolean }) {
  return <span className={hot ? 'mark hot' : 'mark'}>{children}</span>
}

/** What stands below something that grows when its data comes waits for it, so that nothing moves under the reader's eyes. */
export function Below({ children }: { children: ReactNode }) {
  const fetching = useIsFetching()
  const queries = useQueryClient()
  const [come, setCome] = useState(false)
  useEffect(() => {
    if (fetching > 0) return
    // not at once: what stands above may not have begun to fetch
    const timer = setTimeout(() => setCome((before) => before || queries.isFetching() === 0))
    return () => clearTimeout(timer)
  }, [fetching, queries])
  return come ? children : null
}
