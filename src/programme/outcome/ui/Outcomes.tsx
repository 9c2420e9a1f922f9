import type { OutputOf } from '#basics/contract.ts'
import { forces } from '#programme/building/rules/record.ts'
import { given, useRead } from '#web/api.ts'
import { WholeTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Part, Screen } from '#web/Screen.tsx'
import { outcomeContract } from '../contract.ts'
import { outcomeMessages } from '../messages.ts'

type Answer = OutputOf<typeof outcomeContract.readOutcomes>
type Figure = Answer['outcomes'][number]['parts'][number]
type Row = Figure & { part: boolean }

/** What the records add up to, by the four forces; every figure opens. */
export function Outcomes() {
  const say = useSay(outcomeMessages)
  const { posts } = useMe()
  const [highest] = [...posts].sort(
    (a, b) => Number(a.organisationKind === 'branch') - Number(b.organisationKind === 'branch'),
  )
  const [filters, setFilters] = useFilters({ organisation: highest?.organisation ?? '', from: '', to: '' })
  const { organisation, from, to } = filters
  const read = useRead(outcomeContract.readOutcomes, { organisation, ...given({ from, to }) }, { keep: true })
  return (
    <Shown read={read}>
      {(answer) => (
        <Screen title={`${say.outcomes} · ${answer.organisation.name}`} lead={say.lead}>
          <FilterBar
            value={filters}
            onChange={setFilters}
            fields={[
              { name: 'from', label: say.from, kind: 'day' },
              { name: 'to', label: say.to, kind: 'day' },
            ]}
          />
          {answer.outcomes.length === 0 && <p className="empty">{say.none}</p>}
          {[...forces, null].map((force) => (
            <OfForce key={force} answer={answer} force={force} />
          ))}
        </Screen>
      )}
    </Shown>
  )
}

function OfForce({ answer, force }: { answer: Answer; force: (typeof forces)[number] | null }) {
  const say = useSay(outcomeMessages)
  const rows: Row[] = answer.outcomes
    .filter(({ measure }) => measure.force === force)
    .flatMap(({ parts, ...whole }) => [
      { ...whole, part: false },
      ...parts.filter(({ total }) => total.records > 0).map((each) => ({ ...each, part: true })),
    ])
  if (rows.length === 0) return null
  const title = force ? say[force] : say.noForce
  return (
    <Part title={title}>
      <WholeTable<Row>
        rows={rows}
        rowKey={(row) => row.figure}
        caption={title}
        empty={say.none}
        columns={[
          { key: 'measure', title: say.measure, render: (row) => `${row.part ? say.part : ''}${row.measure.name}` },
          {
            key: 'value',
            title: say.value,
            width: 140,
            align: 'right',
            render: (row) => (
              <DeskLink to={`/figure?${new URLSearchParams({ figure: row.figure })}`}>
                {say[row.total.qualifier]}
                {row.total.value}
              </DeskLink>
            ),
          },
          { key: 'unit', title: say.unit, width: 90, render: (row) => row.measure.unit },
          { key: 'records', title: say.records, width: 90, align: 'right', render: (row) => row.total.records },
        ]}
      />
    </Part>
  )
}
