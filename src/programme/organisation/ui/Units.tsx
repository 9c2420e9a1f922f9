import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useFilters } from '#web/place.tsx'
import { Screen } from '#web/Screen.tsx'
import { structureContract } from '../contract-structure.ts'
import { organisationMessages } from '../messages.ts'
import { structureMessages } from '../messages-structure.ts'

/** The units of a day, and which organisations were tied to each. */
export function Units() {
  const say = useSay(structureMessages)
  const organisation = useSay(organisationMessages)
  const [filters, setFilters] = useFilters({ search: '', on: '' })
  return (
    <Screen title={say.units} lead={say.unitsLead}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: organisation.unit },
          { name: 'on', label: say.asOf, kind: 'day' },
        ]}
      />
      <DataTable
        operation={structureContract.listUnits}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.units}
        empty={say.noUnits}
        columns={[
          { key: 'name', title: organisation.unit, render: (row) => row.name },
          { key: 'kind', title: say.unitKind, render: (row) => row.kind && say[row.kind] },
          { key: 'parent', title: organisation.parent, render: (row) => row.parent?.name },
          { key: 'region', title: organisation.region, render: (row) => row.region },
          {
            key: 'organisations',
            title: say.tiedOrganisations,
            render: (row) => row.organisations.map(({ name }) => name).join('、'),
          },
        ]}
      />
    </Screen>
  )
}
