import type { InputOf, OutputOf } from '#basics/contract.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { OrganisationSelect } from '#programme/organisation/ui/OrganisationSelect.tsx'
import { given, useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { dutyContract } from '../contract.ts'
import { dutyMessages } from '../messages.ts'
import { standings } from '../rules/standing.ts'

type Filter = Omit<InputOf<typeof dutyContract.listDuties>, 'cursor' | 'limit'>
type Row = OutputOf<typeof dutyContract.listDuties>['rows'][number]

/** What the organisations within reach have to do, late first, with both persons responsible. */
export function Duties() {
  const say = useSay(dutyMessages)
  const [filters, setFilters] = useFilters({ standing: '', kind: '', region: '', organisation: '', search: '' })
  const choices = useRead(dutyContract.readDutyChoices, {}).data
  const { organisation } = filters
  const chosen = useRead(organisationContract.readOrganisation, { organisation }, { enabled: organisation !== '' }).data
  const known = chosen && { id: chosen.id, name: chosen.name }
  const ended = filters.standing === 'fulfilled' || filters.standing === 'void'
  return (
    <Screen
      title={say.duties}
      lead={say.lead}
      actions={
        <ActionButton operation={dutyContract.exportDuties} input={given(filters) as Filter}>
          {say.export}
        </ActionButton>
      }
    >
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          {
            name: 'standing',
            label: say.standing,
            options: standings.map((value) => ({
              value,
              label: choices ? counted(say[value], value, choices) : say[value],
            })),
          },
          {
            name: 'kind',
            label: say.kind,
            options: (choices?.kinds ?? []).map(({ kind, title }) => ({ value: kind, label: title })),
          },
          {
            name: 'region',
            label: say.region,
            options: (choices?.regions ?? []).map((region) => ({ value: region, label: region })),
          },
          {
            name: 'organisation',
            label: say.organisation,
            control: <OrganisationSelect label={say.organisation} {...(known && { known })} />,
          },
          { name: 'search', label: say.search },
        ]}
      />
      <DataTable
        operation={dutyContract.listDuties}
        input={given(filters) as Filter}
        rowKey={(row) => row.id}
        caption={say.duties}
        empty={ended ? say.nothingFound : say.nothingLate}
        columns={[
          { key: 'duty', title: say.duty, width: 180, render: (row) => <What row={row} /> },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'region', title: say.region, width: 80, render: (row) => row.region },
          { key: 'dueOn', title: say.dueOn, width: 110, render: (row) => row.dueOn },
          { key: 'standing', title: say.standing, width: 110, render: (row) => <Stands row={row} /> },
          { key: 'direct', title: say.direct, width: 110, render: (row) => <Who holder={row.direct} /> },
          { key: 'primary', title: say.primary, width: 110, render: (row) => <Who holder={row.primary} /> },
        ]}
      />
    </Screen>
  )
}

type Choices = OutputOf<typeof dutyContract.readDutyChoices>

function counted(word: string, standing: (typeof standings)[number], { counts }: Choices): string {
  return standing === 'late' || standing === 'open' ? `${word} ${counts[standing]}` : word
}

function What({ row: { title, about, opens } }: { row: Row }) {
  const words = about ? `${title} · ${about}` : title
  if (opens.desk) return <DeskLink to={opens.desk}>{words}</DeskLink>
  return opens.portal ? <a href={opens.portal}>{words}</a> : words
}

function Stands({ row: { standing } }: { row: Row }) {
  const say = useSay(dutyMessages)
  switch (standing.state) {
    case 'late':
      return (
        <Mark hot>
          {say.daysLate} {standing.daysLate} {say.days}
        </Mark>
      )
    case 'open':
      return <>{standing.daysLeft === 0 ? say.dueToday : `${say.daysLeft} ${standing.daysLeft} ${say.days}`}</>
    case 'fulfilled':
      return (
        <>
          {standing.late ? say.doneLate : say.doneInTime} {standing.doneOn}
        </>
      )
    case 'void':
      return (
        <>
          {say.void}: {standing.reason}
        </>
      )
  }
}

function Who({ holder }: { holder: Row['direct'] | Row['primary'] }) {
  const say = useSay(dutyMessages)
  if (holder.state === 'none-above') return <>{say.noneAbove}</>
  return <span title={holder.organisation.name}>{holder.state === 'vacant' ? say.vacant : holder.person.name}</span>
}
