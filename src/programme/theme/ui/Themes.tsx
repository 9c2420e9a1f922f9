import type { OutputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { gateMessages } from '../messages-gate.ts'
import { states } from '../rules/theme.ts'
import { NearTo } from './NearTo.tsx'

type Row = OutputOf<typeof themeContract.listThemes>['rows'][number]

/** The themes this person has to do with. */
export function Themes() {
  const say = useSay(themeMessages)
  const [filters, setFilters] = useFilters({ search: '', state: '', region: '' })
  return (
    <Screen title={say.themes}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: say.search },
          { name: 'state', label: say.state, options: states.map((state) => ({ value: state, label: say[state] })) },
          { name: 'region', label: say.region },
        ]}
      />
      <DataTable
        operation={themeContract.listThemes}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.themes}
        columns={useThemeColumns()}
      />
    </Screen>
  )
}

export function useThemeColumns() {
  const say = useSay(themeMessages)
  const gate = useSay(gateMessages)
  return [
    {
      key: 'name',
      title: say.name,
      render: (row: Row) => (
        <>
          <DeskLink to={`/themes/${row.id}`}>{row.name}</DeskLink>
          <NearTo near={row.near} />
        </>
      ),
    },
    { key: 'branch', title: say.branch, render: (row: Row) => row.branch.name },
    { key: 'region', title: say.region, render: (row: Row) => row.region },
    { key: 'year', title: say.year, render: (row: Row) => row.year },
    {
      key: 'state',
      title: say.state,
      render: (row: Row) => <Mark hot={row.allowed.length > 0}>{say[row.state]}</Mark>,
    },
    { key: 'at', title: say.at, render: (row: Row) => row.at?.name },
    {
      key: 'waited',
      title: say.waited,
      align: 'right' as const,
      render: (row: Row) =>
        row.state === 'in-force' || row.state === 'replaced' ? null : (
          <>
            {row.waitedDays} {say.days}
            {row.dueOn && (
              <>
                <br />
                <Mark hot={row.late}>
                  {row.late ? gate.late : gate.by} {row.dueOn}
                </Mark>
              </>
            )}
          </>
        ),
    },
  ]
}
