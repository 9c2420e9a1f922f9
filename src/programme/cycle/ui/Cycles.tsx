import { Button } from 'antd'
import { isLeading } from '#basics/actor.ts'
import type { InputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { DeskLink, useFilters, useGo } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { cycleContract } from '../contract.ts'
import { cycleMessages } from '../messages.ts'

/** The programme years within reach. */
export function Cycles() {
  const say = useSay(cycleMessages)
  const me = useMe()
  const go = useGo()
  const [filters, setFilters] = useFilters({ state: '' })
  const mayDraft = me.posts.some((held) => isLeading(held) && held.organisationKind !== 'branch')
  const draft = (
    <Button type="primary" onClick={() => go('/cycles/new')}>
      {say.draftOne}
    </Button>
  )
  return (
    <Screen title={say.title} actions={mayDraft && draft}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          {
            name: 'state',
            label: say.state,
            options: (['draft', 'open', 'closed'] as const).map((state) => ({ value: state, label: say[state] })),
          },
        ]}
      />
      <DataTable
        operation={cycleContract.listCycles}
        input={given(filters) as Omit<InputOf<typeof cycleContract.listCycles>, 'cursor' | 'limit'>}
        rowKey={(row) => row.id}
        caption={say.title}
        empty={say.empty}
        columns={[
          { key: 'title', title: say.name, render: (row) => <DeskLink to={`/cycles/${row.id}`}>{row.title}</DeskLink> },
          { key: 'year', title: say.year, render: (row) => row.year },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          {
            key: 'term',
            title: say.term,
            render: (row) => row.termFrom && `${row.termFrom} — ${row.termTo ?? ''}`,
          },
          {
            key: 'state',
            title: say.state,
            render: (row) => <Mark hot={row.state === 'draft'}>{row.expired ? say.expired : say[row.state]}</Mark>,
          },
        ]}
      />
    </Screen>
  )
}
