import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { Contacts } from './Found.tsx'

/** Public notices, the latest first. */
export function Notices() {
  const say = useSay(noticeMessages)
  const [filters, setFilters] = useFilters({ state: 'open', mine: '' })
  return (
    <Screen title={say.notices} actions={<Contacts />}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          {
            name: 'state',
            label: say.state,
            options: (['open', 'closed'] as const).map((state) => ({ value: state, label: say[state] })),
          },
          { name: 'mine', label: say.office, options: [{ value: 'yes', label: say.handledHere }] },
        ]}
      />
      <DataTable
        operation={noticeContract.listNotices}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.notices}
        empty={say.none}
        columns={[
          {
            key: 'title',
            title: say.title,
            render: (row) => <DeskLink to={`/notices/${row.id}`}>{row.title}</DeskLink>,
          },
          {
            key: 'state',
            title: say.state,
            render: (row) => <Mark hot={row.state === 'over'}>{say[row.outcome ?? row.state]}</Mark>,
          },
          { key: 'scope', title: say.scope, render: (row) => say[row.scope] },
          { key: 'posted', title: say.period, render: (row) => `${row.postedOn} — ${row.lastDay}` },
          { key: 'office', title: say.office, render: (row) => row.office.name },
        ]}
      />
    </Screen>
  )
}
