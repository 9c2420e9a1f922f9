import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ComponentProps, type ReactNode, useCallback } from 'react'

/** The id of a kind in this page's address: `useParam('theme')` on `/themes/$theme`. */
export function useParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>
  return params[name] ?? ''
}

/** A link within the workbench: `to` is the path behind /desk. */
export function DeskLink({
  to,
  children,
  ...rest
}: { to: string; children: ReactNode } & Pick<ComponentProps<'a'>, 'className' | 'onClick' | 'title'>) {
  return (
    <Link to={to as string} {...rest}>
      {children}
    </Link>
  )
}

/** Goes to another page of the workbench. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return useCallback((to: string) => void navigate({ to: to as string }), [navigate])
}

/** Texts kept in the address, so that going back and sharing a link lose nothing. An empty text is left out of it. */
export function useFilters<Filters extends Record<string, string>>(
  initial: Filters,
): [Filters, (change: Partial<Filters>) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const filters = Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [name, search[name] ?? value]),
  ) as Filters
  const change = useCallback(
    (changed: Partial<Filters>) => {
      const next: Record<string, string | undefined> = { ...search, ...changed }
      // another filter, another list: it begins at its beginning
      if (!('after' in changed)) for (const name of ['after', 'from']) delete next[name]
      for (const [name, value] of Object.entries(next)) if (value === '' || value === undefined) delete next[name]
      void navigate({ to: '.', search: next as never, replace: true })
    },
    [search, navigate],
  )
  return [filters, change]
}
