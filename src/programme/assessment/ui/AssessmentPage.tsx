import { App } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { FileButton } from '#programme/scoring/ui/FileButton.tsx'
import { CellErrors } from '#programme/scoring/ui/Sheets.tsx'
import { given, useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { sayInstant } from '#web/days.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters, useParam } from '#web/place.tsx'
import { Below, FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'
import { Assessors } from './Assessors.tsx'
import { Questions } from './Questions.tsx'
import { TryOutChoice } from './TryOut.tsx'

type View = OutputOf<typeof assessmentContract.readAssessment>
type Errors = OutputOf<typeof assessmentContract.uploadFactsFile>['errors']

/** One assessment: how far it is, the branches in the order of the structure, facts by Excel, assessors, the freeze. */
export function AssessmentPage() {
  const read = useRead(assessmentContract.readAssessment, { assessment: useParam('assessment') })
  return <Shown read={read}>{(view) => <One view={view} />}</Shown>
}

function One({ view }: { view: View }) {
  const say = useSay(assessmentMessages)
  const { message } = App.useApp()
  const [errors, setErrors] = useState<Errors>([])
  const supplies = view.allowed.includes('supply')
  const freezes = view.allowed.includes('freeze')
  const missing = useRead(assessmentContract.listMissing, { assessment: view.id }, { enabled: freezes })
  // what is missing stands between title and buttons: nothing may move when it comes
  if (freezes && !missing.data) return <Shown read={missing}>{() => null}</Shown>
  return (
    <Screen
      title={view.cycle.title}
      lead={<Mark hot={freezes}>{say[view.stage]}</Mark>}
      actions={
        <>
          {view.progress && (
            <ActionButton operation={assessmentContract.downloadFactsFile} input={{ assessment: view.id }}>
              {say.factsFile}
            </ActionButton>
          )}{' '}
          {supplies && (
            <FileButton
              operation={assessmentContract.uploadFactsFile}
              params={{ assessment: view.id }}
              label={say.uploadFacts}
              onDone={({ taken, unchanged, errors: found }) => {
                setErrors(found)
                if (found.length === 0) void message.success(fill(say.factsTaken, { taken, unchanged }))
              }}
            />
          )}{' '}
          {missing.data && freezes && <Freeze assessment={view.id} {...missing.data} />}
        </>
      }
    >
      <FieldList
        fields={[
          { label: say.sheet, value: <DeskLink to={`/sheets/${view.sheet.id}`}>{view.sheet.title}</DeskLink> },
          { label: say.organisation, value: view.organisation.name },
          { label: say['self-scoring'], value: `${view.selfScoreFrom}—${view.selfScoreTo}` },
          ...(view.frozenAt ? [{ label: say.frozenAt, value: sayInstant(view.frozenAt) }] : []),
          ...(view.progress ? [{ label: say.progress, value: fill(say.progressSaid, view.progress) }] : []),
        ]}
      />
      {supplies && <p>{say.secret}</p>}
      {errors.length > 0 && <CellErrors errors={errors} lead={fill(say.errorsFound, { count: errors.length })} />}
      {view.progress && view.stage === 'frozen' && <Questions assessment={view.id} />}
      <Branches view={view} />
      {view.progress && view.stage === 'frozen' && (
        <Below>
          <TryOutChoice assessment={view.id} />
        </Below>
      )}
      {view.progress && view.stage !== 'frozen' && (
        <Below>
          <Assessors assessment={view.id} groups={view.sheet.groups} />
        </Below>
      )}
    </Screen>
  )
}

function Branches({ view }: { view: View }) {
  const say = useSay(assessmentMessages)
  const [filters, setFilters] = useFilters({ search: '', region: '' })
  const frozen = view.stage === 'frozen'
  return (
    <Part title={say.branches}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: say.search },
          { name: 'region', label: say.region },
        ]}
      />
      <DataTable
        operation={assessmentContract.listAssessed}
        input={{ assessment: view.id, ...given(filters) }}
        rowKey={(row) => row.id}
        caption={say.branches}
        columns={[
          {
            key: 'branch',
            title: say.branch,
            render: (row) => (
              <DeskLink to={frozen ? `/scores/${row.id}` : `/assessed/${row.id}`}>{row.branch.name}</DeskLink>
            ),
          },
          { key: 'region', title: say.region, render: (row) => row.region },
          { key: 'self', title: say.selfTotal, render: (row) => row.selfTotal ?? '—', align: 'right' },
          { key: 'marks', title: say.marks, render: (row) => `${row.marksGiven}/${row.marksDue}`, align: 'right' },
          ...(frozen
            ? [
                { key: 'total', title: say.total, render: (row: Row) => row.shown ?? '—', align: 'right' as const },
                {
                  key: 'level',
                  title: say.level,
                  render: (row: Row) =>
                    row.level ?? (row.rated ? <Mark hot>{say.toRule}</Mark> : <NotRated row={row} />),
                },
              ]
            : [{ key: 'missing', title: say.missing, render: (row: Row) => <Missing row={row} /> }]),
        ]}
      />
    </Part>
  )
}

type Row = OutputOf<typeof assessmentContract.listAssessed>['rows'][number]

function Missing({ row }: { row: Row }) {
  const say = useSay(assessmentMessages)
  if (!row.rated) return <NotRated row={row} />
  if (row.missing.length === 0) return <>{say.nothingMissing}</>
  return (
    <details>
      <summary>{fill(say.missingCount, { count: row.missing.length })}</summary>
      <ul className="reasons">
        {row.missing.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </details>
  )
}

/** Too young, or ended: then since when, and who took over. */
function NotRated({ row: { ended } }: { row: Row }) {
  const say = useSay(assessmentMessages)
  if (ended === null) return <>{say.notRated}</>
  return <span title={ended.ground}>{fill(say.endedOn, { on: ended.on, successor: ended.successor.name })}</span>
}

type Wanted = OutputOf<typeof assessmentContract.listMissing>

/** The freeze, once nothing is missing; until then of how many branches something is. */
function Freeze({ assessment, branches, open, inputs }: Wanted & { assessment: string }) {
  const say = useSay(assessmentMessages)
  if (branches.length > 0) return <Mark hot>{fill(say.missingOf, { count: branches.length })}</Mark>
  const count = open.length
  return (
    <>
      {count > 0 && <Mark hot>{fill(say.openCount, { count })}</Mark>}{' '}
      <ActionButton
        operation={assessmentContract.freezeAssessment}
        input={{ assessment, leaveOpen: count > 0 }}
        confirm={count > 0 ? fill(say.freezeOpenSure, { count, inputs }) : fill(say.freezeSure, { inputs })}
        main
      >
        {say.freeze}
      </ActionButton>
    </>
  )
}
