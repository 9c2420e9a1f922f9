import { Button, Segmented } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Part } from '#web/Screen.tsx'
import { type taskContract as contract, cuts, taskContract } from '../contract-task.ts'
import { taskMessages } from '../messages-task.ts'

type Totals = OutputOf<typeof contract.readTaskTotals>
type Row = Totals['parts'][number]

/** What the records of a task add up to, cut as one likes; every figure opens the records that make it up. */
export function TaskTotals({ task }: { task: { id: string } }) {
  const say = useSay(taskMessages)
  const [{ by, below }, setPlace] = useFilters({ by: 'organisation', below: '' })
  const input = { task: task.id, by: by as (typeof cuts)[number], ...(below && { below }) }
  const read = useRead(taskContract.readTaskTotals, input, { keep: true })
  const words = { organisation: say.byOrganisation, region: say.byRegion, unit: say.byUnit }
  return (
    <Shown read={read}>
      {(totals) => (
        <Part title={`${say.totals} · ${totals.below.name}`}>
          <p>
            <Segmented
              aria-label={say.by}
              value={by}
              onChange={(value) => setPlace({ by: value })}
              options={cuts.map((value) => ({ value, label: words[value] }))}
            />
          </p>
          <All task={task.id} totals={totals} />
          <WholeTable<Row>
            rows={totals.parts}
            rowKey={(row) => row.key}
            caption={say.totals}
            empty={say.noRecords}
            columns={[
              {
                key: 'name',
                title: words[by as (typeof cuts)[number]],
                render: (row) =>
                  row.opens ? (
                    <Button type="link" className="in-text" onClick={() => setPlace({ below: row.opens! })}>
                      {row.name}
                    </Button>
                  ) : (
                    row.name || say.nowhere
                  ),
              },
              {
                key: 'records',
                title: say.records,
                width: 90,
                align: 'right',
                render: (row) =>
                  by === 'organisation' ? (
                    <DeskLink to={`/records?task=${task.id}&organisation=${row.key}`}>{row.records}</DeskLink>
                  ) : (
                    row.records
                  ),
              },
              ...totals.measures.map((measure, at) => ({
                key: measure.id,
                title: `${measure.name}（${measure.unit}）`,
                width: 120,
                align: 'right' as const,
                render: (row: Row) => <Figure {...row.totals[at]!} />,
              })),
            ]}
          />
        </Part>
      )}
    </Shown>
  )
}

function All({ task, totals }: { task: string; totals: Totals }) {
  const say = useSay(taskMessages)
  return (
    <p>
      {say.all}：
      <DeskLink to={`/records?task=${task}&organisation=${totals.below.id}`}>
        {say.records} {totals.records}
      </DeskLink>
      {totals.measures.map((measure, at) => (
        <span key={measure.id}>
          {' · '}
          {measure.name}{' '}
          <DeskLink to={`/records?task=${task}&measure=${measure.id}&organisation=${totals.below.id}`}>
            <Figure {...totals.totals[at]!} />
          </DeskLink>{' '}
          {measure.unit}
        </span>
      ))}
    </p>
  )
}

function Figure({ value, qualifier }: Totals['totals'][number]) {
  const say = useSay(taskMessages)
  return <>{`${qualifier === 'exact' ? '' : say[qualifier]}${value}`}</>
}
