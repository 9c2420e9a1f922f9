import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import type { InputOf } from '#basics/contract.ts'
import { given, useRead } from '#web/api.ts'
import { Called } from '#web/Called.tsx'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { buildingContract } from '../contract.ts'
import { buildingMessages } from '../messages.ts'
import { forces, recordKinds, sayFigure } from '../rules/record.ts'
import { RecordDetail } from './RecordDetail.tsx'
import { NewRecord } from './RecordForms.tsx'

type Narrowing = 'organisation' | 'from' | 'to' | 'task' | 'measure'
type Filter = Omit<InputOf<typeof buildingContract.listRecords>, 'cursor' | 'limit'>

/** The ledger: what the branches within reach have done. */
export function Records() {
  const say = useSay(buildingMessages)
  const frame = useSay(frameWords)
  const initial = {
    search: '',
    kind: '',
    force: '',
    from: '',
    to: '',
    state: 'standing',
    task: '',
    measure: '',
    organisation: '',
  }
  const [filters, setFilters] = useFilters(initial)
  const [opened, setOpened] = useState<string | null>(null)
  const filter = given(filters) as Filter
  return (
    <Screen
      title={say.ledger}
      actions={
        <div className="verbs">
          <NewRecord />
          <ActionButton operation={buildingContract.exportRecords} input={filter}>
            {say.export}
          </ActionButton>
        </div>
      }
    >
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: say.search },
          { name: 'kind', label: say.kind, options: recordKinds.map((kind) => ({ value: kind, label: say[kind] })) },
          { name: 'force', label: say.force, options: forces.map((force) => ({ value: force, label: say[force] })) },
          { name: 'from', label: say.from, kind: 'day' },
          { name: 'to', label: say.to, kind: 'day' },
          ...(filters.task
            ? [{ name: 'task' as const, label: say.task, options: [{ value: filters.task, label: say.thisTask }] }]
            : []),
          ...(filters.measure
            ? [
                {
                  name: 'measure' as const,
                  label: say.measure,
                  options: [{ value: filters.measure, label: say.thisMeasure }],
                },
              ]
            : []),
          {
            name: 'state',
            label: say.state,
            options: (['standing', 'withdrawn'] as const).map((state) => ({ value: state, label: say[state] })),
          },
        ]}
      />
      <Totals filters={filters}>
        <DataTable
          operation={buildingContract.listRecords}
          input={filter}
          rowKey={(row) => row.id}
          caption={say.ledger}
          empty={say.none}
          columns={[
            { key: 'happenedOn', title: say.happenedOn, width: 110, render: (row) => row.happenedOn },
            {
              key: 'organisation',
              title: say.organisation,
              render: (row) => <Called name={row.organisation.name} now={row.organisationNow} />,
            },
            { key: 'kind', title: say.kind, width: 110, render: (row) => say[row.kind] },
            {
              key: 'sentence',
              title: say.sentence,
              render: (row) => (
                <Button type="link" className="in-text" onClick={() => setOpened(row.id)}>
                  {row.sentence}
                </Button>
              ),
            },
            {
              key: 'figures',
              title: say.figures,
              render: (row) => row.figures.map((each) => sayFigure(each, say)).join('；'),
            },
            {
              key: 'task',
              title: say.task,
              render: (row) => row.task && <DeskLink to={`/tasks/${row.task.id}`}>{row.task.name}</DeskLink>,
            },
            { key: 'force', title: say.force, width: 90, render: (row) => (row.force ? say[row.force] : '—') },
            {
              key: 'confirmation',
              title: say.confirmed,
              width: 110,
              render: (row) =>
                row.kind === 'problem-solved' ? (
                  <Mark hot={!row.confirmation}>{row.confirmation ? say.yes : say.notConfirmed}</Mark>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </Totals>
      <Drawer
        open={opened !== null}
        title={say.title}
        size="large"
        onClose={() => setOpened(null)}
        destroyOnHidden
        closable={{ 'aria-label': frame.close }}
      >
        {opened && <RecordDetail id={opened} />}
      </Drawer>
    </Screen>
  )
}

/** How many there are of each kind, above the list; the list waits for it, so that nothing moves. */
function Totals({ filters, children }: { filters: Record<Narrowing, string>; children: ReactNode }) {
  const say = useSay(buildingMessages)
  const { organisation, from, to, task, measure } = filters
  const input = given({ organisation, from, to, task, measure })
  const read = useRead(buildingContract.countRecords, input, { keep: true })
  return (
    <Shown read={read}>
      {({ total, kinds }) => (
        <>
          <p>
            {say.total} <b>{total}</b>
            {kinds
              .filter(({ count }) => count > 0)
              .map(({ kind, count }) => ` · ${say[kind]} ${count}`)
              .join('')}
          </p>
          {children}
        </>
      )}
    </Shown>
  )
}
