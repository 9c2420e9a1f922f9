import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useFilters } from '#web/place.tsx'
import { Screen } from '#web/Screen.tsx'
import { organisationContract, organisationKinds } from '../contract.ts'
import { organisationMessages } from '../messages.ts'

/** The organisations within reach. */
export function Organisations() {
  const say = useSay(organisationMessages)
  const [filters, setFilters] = useFilters({ search: '', kind: '', region: '' })
  return (
    <Screen title="组织">
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: '名称或拼音' },
          {
            name: 'kind',
            label: '类型',
            options: organisationKinds.map((kind) => ({ value: kind, label: say[kind] })),
          },
        ]}
      />
      <DataTable
        operation={organisationContract.listOrganisations}
        input={given(filters) as object}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', title: '名称', render: (row) => row.name },
          { key: 'kind', title: '类型', render: (row) => say[row.kind] },
        ]}
      />
    </Screen>
  )
}
