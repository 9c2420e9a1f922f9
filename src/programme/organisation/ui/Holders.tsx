import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useFilters } from '#web/place.tsx'
import { Screen } from '#web/Screen.tsx'
import { structureContract } from '../contract-structure.ts'
import { organisationMessages } from '../messages.ts'
import { structureMessages } from '../messages-structure.ts'
import { grantedPosts } from '../rules/posts.ts'

/** Who held which post on a day, by the names and places of that day. */
export function Holders() {
  const say = useSay(structureMessages)
  const organisation = useSay(organisationMessages)
  const [filters, setFilters] = useFilters({ on: '', post: '', organisation: '', person: '' })
  return (
    <Screen title={say.holders} lead={say.holdersLead}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'on', label: say.asOf, kind: 'day' },
          {
            name: 'post',
            label: organisation.post,
            options: grantedPosts.map((value) => ({ value, label: organisation[value] })),
          },
        ]}
      />
      <DataTable
        operation={structureContract.listHolders}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.holders}
        columns={[
          { key: 'person', title: organisation.name, render: (row) => row.person.name },
          { key: 'post', title: organisation.post, render: (row) => organisation[row.post] },
          { key: 'organisation', title: organisation.organisation, render: (row) => row.organisation.name },
          { key: 'above', title: say.aboveThatDay, render: (row) => row.above.join(' › ') },
          { key: 'below', title: say.belowThatDay, align: 'right', render: (row) => row.below },
          { key: 'fromOn', title: organisation.fromOn, render: (row) => row.fromOn },
          { key: 'untilOn', title: organisation.untilShort, render: (row) => row.untilOn },
        ]}
      />
    </Screen>
  )
}
