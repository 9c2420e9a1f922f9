import { useActionWords } from '#web/action-words.ts'
import { given } from '#web/api.ts'
import { Called } from '#web/Called.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { sayInstant } from '#web/days.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useFilters } from '#web/place.tsx'
import { Screen } from '#web/Screen.tsx'
import { historyContract } from '../contract.ts'
import { historyMessages } from '../messages.ts'

/** What was done, by whom, when: as far as the person may see it. */
export function History() {
  const say = useSay(historyMessages)
  const { action, known } = useActionWords()
  const [filters, setFilters] = useFilters({ person: '', action: '', fromOn: '', untilOn: '', subjectId: '' })
  return (
    <Screen title={say.history} lead={say.lead}>
      <FilterBar
        value={filters}
        onChange={(change) => setFilters({ ...change, subjectId: '' })}
        fields={[
          { name: 'person', label: say.person },
          { name: 'action', label: say.action, options: known },
          { name: 'fromOn', label: say.fromOn, kind: 'day' },
          { name: 'untilOn', label: say.untilOn, kind: 'day' },
        ]}
      />
      <DataTable
        operation={historyContract.listHistory}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.history}
        columns={[
          { key: 'at', title: say.at, width: 140, render: (row) => sayInstant(row.at) },
          { key: 'person', title: say.person, render: (row) => row.person ?? say.calendar },
          { key: 'action', title: say.action, render: (row) => action(row.action) },
          {
            key: 'organisation',
            title: say.organisation,
            render: (row) => <Called name={row.organisation} now={row.organisationNow} />,
          },
          {
            key: 'subject',
            title: say.subject,
            render: (row) => <Subject kind={row.subjectKind} id={row.subjectId} />,
          },
          { key: 'detail', title: say.detail, render: (row) => <Detail detail={row.detail} /> },
        ]}
      />
    </Screen>
  )
}

/** What the line is about, in short: its kind and the head of its id, enough to tell two apart. */
function Subject({ kind, id }: { kind: string; id: string }) {
  const { subject } = useActionWords()
  return (
    <span title={id}>
      {subject(kind)} {id.slice(0, 8)}
    </span>
  )
}

function Detail({ detail }: { detail: Record<string, unknown> }) {
  const entries = Object.entries(detail).filter(([, value]) => value !== null)
  if (entries.length === 0) return <>—</>
  return (
    <div className="detail">
      {entries.map(([name, value]) => (
        <div key={name}>
          {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
        </div>
      ))}
    </div>
  )
}
