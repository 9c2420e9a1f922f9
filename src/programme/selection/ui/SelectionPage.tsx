import { fill } from '#basics/messages.ts'
import { given, useRead } from '#web/api.ts'
import { DataTable, WholeTable } from '#web/DataTable.tsx'
import { sayInstant } from '#web/days.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'
import { LevelQuotas } from './LevelQuotas.tsx'
import { Gates, Reasons, type ShownSelection, stateLabel, Why } from './parts.tsx'
import { OpenItems, Rulings } from './Rulings.tsx'
import { Verbs } from './SelectionActs.tsx'

/** One selection: the run and its root, quotas, what needs a ruling, every branch with its grounds. */
export function SelectionPage() {
  const read = useRead(selectionContract.readSelection, { selection: useParam('selection') })
  return <Shown read={read}>{(selection) => <One selection={selection} />}</Shown>
}

function One({ selection }: { selection: ShownSelection }) {
  const say = useSay(selectionMessages)
  const { run, check, notice, seesAll, own } = selection
  const hot = selection.allowed.some((verb) => verb !== 'download')
  return (
    <Screen
      title={selection.title}
      lead={<Mark hot={hot}>{say[stateLabel[selection.state]]}</Mark>}
      actions={
        <>
          <DeskLink to="/selections">{say.toSelections}</DeskLink>
          <Verbs selection={selection} />
        </>
      }
    >
      <Part title={say.selection}>
        <FieldList
          fields={[
            { label: say.organisation, value: selection.organisation.name },
            { label: say.year, value: selection.year },
            ...(run
              ? [
                  { label: say.sheet, value: `${run.sheet.title}（${run.sheet.code}）` },
                  {
                    label: say.run,
                    value: `${fill(say.runNumber, { number: run.number })} · ${run.by} · ${sayInstant(run.at)}`,
                  },
                  { label: say.root, value: <code>{run.root}</code> },
                  { label: say.rated, value: run.rated },
                  { label: say.namedCount, value: run.named },
                ]
              : []),
            ...(check ? [{ label: say.checkedBy, value: `${check.by} · ${sayInstant(check.at)}` }] : []),
            ...(notice ? [{ label: say.notice, value: <NoticeLine notice={notice} /> }] : []),
            ...(selection.scope ? [{ label: say.scope, value: say[selection.scope] }] : []),
            ...(selection.concludedOn
              ? [{ label: say[stateLabel[selection.state]], value: selection.concludedOn }]
              : []),
            ...(selection.reason ? [{ label: say.reason, value: selection.reason }] : []),
          ]}
        />
      </Part>
      {run && <Quotas quotas={run.quotas} />}
      {run && run.levelQuotas.length > 0 && <LevelQuotas quotas={run.levelQuotas} />}
      {run && seesAll && selection.state === 'run' && <OpenItems selection={selection} />}
      {selection.rulings.length > 0 && <Rulings rulings={selection.rulings} />}
      {own.map((line) => (
        <OwnLine key={line.branch.id} line={line} />
      ))}
      {run && seesAll && <Lines selection={selection} />}
    </Screen>
  )
}

function NoticeLine({ notice }: { notice: NonNullable<ShownSelection['notice']> }) {
  const say = useSay(selectionMessages)
  return (
    <>
      <DeskLink to={`/notices/${notice.id}`}>{say.notice}</DeskLink> {say.lastDay} {notice.lastDay} 24:00
      {notice.provisional && `（${say.provisional}）`}
      {notice.openObjections > 0 && ` · ${notice.openObjections} ${say.openObjections}`}
    </>
  )
}

function Quotas({ quotas }: { quotas: NonNullable<ShownSelection['run']>['quotas'] }) {
  const say = useSay(selectionMessages)
  return (
    <Part title={say.quotas}>
      <WholeTable
        rows={quotas}
        rowKey={(quota) => quota.region ?? ''}
        caption={say.quotas}
        empty="—"
        columns={[
          { key: 'region', title: say.region, render: (quota) => quota.region ?? say.noRegion },
          { key: 'base', title: say.base, align: 'right', render: (quota) => quota.base },
          { key: 'percent', title: say.percent, align: 'right', render: (quota) => `${quota.percent}%` },
          { key: 'places', title: say.places, align: 'right', render: (quota) => quota.places },
          ...(quotas.some(({ nomination }) => nomination)
            ? [
                {
                  key: 'nomination',
                  title: say.nomination,
                  align: 'right' as const,
                  render: ({ nomination }: (typeof quotas)[number]) =>
                    nomination ? `${nomination.eligible}／${nomination.needed}` : '—',
                },
              ]
            : []),
          { key: 'named', title: say.namedCount, align: 'right', render: (quota) => quota.named },
        ]}
      />
    </Part>
  )
}

function OwnLine({ line }: { line: ShownSelection['own'][number] }) {
  const say = useSay(selectionMessages)
  return (
    <Part title={`${say.own}：${line.branch.name}`}>
      <FieldList
        fields={[
          { label: say.outcome, value: say[line.title] },
          { label: say.total, value: line.total },
          { label: say.level, value: line.level },
          { label: say.gates, value: <Gates gates={line.gates} /> },
          { label: say.grounds, value: <Reasons reasons={line.grounds} /> },
        ]}
      />
      <WholeTable
        rows={[
          ...line.indicators.map(({ code, name, points }) => ({ code, text: name, points })),
          ...line.clauses.map((clause) => ({ ...clause, code: `${say.clause} ${clause.code}` })),
        ]}
        rowKey={(each) => each.code}
        caption={say.own}
        empty="—"
        columns={[
          { key: 'code', title: say.indicator, render: (each) => each.code },
          { key: 'text', title: say.name, render: (each) => each.text },
          { key: 'points', title: say.points, align: 'right', render: (each) => each.points ?? '—' },
        ]}
      />
    </Part>
  )
}

function Lines({ selection }: { selection: ShownSelection }) {
  const say = useSay(selectionMessages)
  const [filters, setFilters] = useFilters({ region: '', title: '', search: '' })
  const titles = ['named', 'not-named', 'needs-ruling', 'not-rated'] as const
  return (
    <Part title={say.list}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: say.search },
          {
            name: 'region',
            label: say.region,
            options: selection.regions.map((each) => ({ value: each, label: each })),
          },
          { name: 'title', label: say.outcome, options: titles.map((each) => ({ value: each, label: say[each] })) },
        ]}
      />
      <DataTable
        operation={selectionContract.listSelectionLines}
        input={{ selection: selection.id, ...(given(filters) as { region?: string }) }}
        rowKey={(line) => line.branch.id}
        caption={say.list}
        empty={say.nothingFound}
        columns={[
          { key: 'branch', title: say.branch, render: (line) => line.branch.name },
          { key: 'region', title: say.region, render: (line) => line.region },
          { key: 'total', title: say.total, align: 'right', render: (line) => line.total },
          { key: 'level', title: say.level, render: (line) => line.level },
          {
            key: 'title',
            title: say.outcome,
            render: (line) => <Mark hot={line.title === 'needs-ruling'}>{say[line.title]}</Mark>,
          },
          { key: 'grounds', title: say.grounds, render: (line) => <Why line={line} /> },
        ]}
      />
    </Part>
  )
}
