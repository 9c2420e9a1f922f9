import { Button } from 'antd'
import { given, useRead } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { DeskLink, useFilters, useGo } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { reorganisationContract } from '../contract.ts'
import { reorganisationMessages } from '../messages.ts'
import { states } from '../rules/act.ts'
import { kinds } from '../rules/terms.ts'

/** Every act that this person sees, the latest day first. */
export function Reorganisations() {
  const say = useSay(reorganisationMessages)
  const go = useGo()
  const [filters, setFilters] = useFilters({ kind: '', state: '' })
  const may = useRead(reorganisationContract.listReorganisations, { limit: 1 })
  return (
    <Screen
      title={say.reorganisations}
      lead={say.lead}
      actions={
        may.data?.allowed.includes('enter') && (
          <Button type="primary" onClick={() => go('/reorganisations/new')}>
            {say.enter}
          </Button>
        )
      }
    >
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'kind', label: say.kind, options: kinds.map((value) => ({ value, label: say[value] })) },
          { name: 'state', label: say.state, options: states.map((value) => ({ value, label: say[value] })) },
        ]}
      />
      <DataTable
        operation={reorganisationContract.listReorganisations}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.reorganisations}
        empty={say.none}
        columns={[
          {
            key: 'title',
            title: say.what,
            render: (row) => <DeskLink to={`/reorganisations/${row.id}`}>{row.title}</DeskLink>,
          },
          { key: 'kind', title: say.kind, render: (row) => say[row.kind] },
          { key: 'effectiveOn', title: say.effectiveOn, render: (row) => row.effectiveOn },
          { key: 'document', title: say.document, render: (row) => row.document },
          {
            key: 'state',
            title: say.state,
            render: (row) => <Mark hot={row.state === 'entered' || row.state === 'blocked'}>{say[row.state]}</Mark>,
          },
        ]}
      />
    </Screen>
  )
}
