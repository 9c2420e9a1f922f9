import { given } from '#web/api.ts'
import { Called } from '#web/Called.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'
import { Reasons } from './parts.tsx'

/** The register as it stood on any day, with the grounds of every title. */
export function Titles() {
  const say = useSay(selectionMessages)
  const [filters, setFilters] = useFilters({ on: '', region: '', search: '' })
  return (
    <Screen title={say.register} lead={say.registerLead}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: say.search },
          { name: 'on', label: say.on, kind: 'day' },
        ]}
      />
      <DataTable
        operation={selectionContract.listTitles}
        input={given(filters) as { on?: string }}
        rowKey={(row) => row.id}
        caption={say.register}
        empty={say.nobodyYet}
        columns={[
          { key: 'branch', title: say.branch, render: (row) => <Called name={row.branch.name} now={row.branchNow} /> },
          { key: 'region', title: say.region, width: 80, render: (row) => row.region },
          { key: 'year', title: say.year, render: (row) => row.year },
          {
            key: 'state',
            title: say.state,
            render: (row) => <Mark>{say[row.state === 'named' ? 'namedNow' : row.state]}</Mark>,
          },
          { key: 'since', title: say.since, width: 110, render: (row) => row.namedOn },
          { key: 'until', title: say.runsUntil, width: 110, render: (row) => row.runsUntil ?? say.noTerm },
          { key: 'selection', title: say.selection, render: (row) => row.selection.name },
          { key: 'grounds', title: say.grounds, render: (row) => <Reasons reasons={row.grounds} /> },
        ]}
      />
    </Screen>
  )
}
