import { Button } from 'antd'
import type { InputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { publicityContract } from '../contract.ts'
import { publicityMessages } from '../messages.ts'
import { states } from '../rules/publication.ts'

type Filter = Omit<InputOf<typeof publicityContract.listPublicity>, 'cursor' | 'limit'>

/** The publications this person has to do with: what waits for them, or all. */
export function Publications() {
  const say = useSay(publicityMessages)
  const me = useMe()
  const [filters, setFilters] = useFilters({ list: '', state: '' })
  const writes = me.posts.some(({ post, organisationKind }) => post === 'secretary' && organisationKind === 'branch')
  return (
    <Screen title={say.publications} actions={writes && <Button href="/my/publications">{say.write}</Button>}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'list', label: say.list, options: [{ value: 'todo', label: say.todo }] },
          { name: 'state', label: say.state, options: states.map((state) => ({ value: state, label: say[state] })) },
        ]}
      />
      <DataTable
        operation={publicityContract.listPublicity}
        input={given(filters) as Filter}
        rowKey={(row) => row.id}
        caption={say.publications}
        empty={say.nothingHere}
        columns={[
          {
            key: 'title',
            title: say.title,
            render: (row) => <DeskLink to={`/publications/${row.id}`}>{row.title}</DeskLink>,
          },
          { key: 'branch', title: say.branch, render: (row) => row.branch.name },
          { key: 'region', title: say.region, width: 80, render: (row) => row.region },
          { key: 'kind', title: say.kind, width: 100, render: (row) => say[row.kind] },
          { key: 'scope', title: say.scope, width: 120, render: (row) => say[row.scope] },
          {
            key: 'state',
            title: say.state,
            width: 120,
            render: (row) => <Mark hot={row.allowed.length > 0 && row.state !== 'published'}>{say[row.state]}</Mark>,
          },
          {
            key: 'since',
            title: say.since,
            width: 130,
            render: (row) =>
              row.state === 'submitted' || row.state === 'checked'
                ? `${say.waited} ${row.waitedDays} ${say.days}`
                : row.since.slice(0, 10),
          },
        ]}
      />
    </Screen>
  )
}
