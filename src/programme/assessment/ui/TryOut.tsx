import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { structureMessages } from '#programme/organisation/messages-structure.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters, useGo, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'
import { TryOutTables } from './TryOutTables.tsx'

type View = OutputOf<typeof assessmentContract.readTryOut>

/** Which sheet to try on the frozen facts of an assessment. */
export function TryOutChoice({ assessment }: { assessment: string }) {
  const say = useSay(assessmentMessages)
  const go = useGo()
  const sheets = useRead(scoringContract.listSheets, { limit: 50 })
  const [chosen, choose] = useState<string>()
  const options = (sheets.data?.rows ?? []).map(({ id, title, number, year }) => ({
    value: id,
    label: `${year} ${title} (${number})`,
  }))
  return (
    <Part title={say.tryOut}>
      <p>{say.tryOutHint}</p>
      <Form layout="inline" onFinish={() => chosen && go(`/try-outs/${assessment}/${chosen}`)}>
        <Form.Item label={say.tryOutSheet} htmlFor="try-out-sheet">
          <Select
            id="try-out-sheet"
            options={options}
            value={chosen ?? null}
            onChange={choose}
            popupMatchSelectWidth={false}
            className="wide"
          />
        </Form.Item>
        <Button htmlType="submit" disabled={!chosen}>
          {say.tryOut}
        </Button>
      </Form>
    </Part>
  )
}

/** A sheet tried on a frozen year: who moves, which item decides, who stands near a line. */
export function TryOut() {
  const say = useSay(assessmentMessages)
  const [asked, setAsked] = useFilters({ hair: '0.5', kinds: '' })
  const ids = { assessment: useParam('assessment'), sheet: useParam('sheet') }
  const input = { ...ids, hair: asked.hair, kinds: asked.kinds }
  const read = useRead(assessmentContract.readTryOut, input)
  return (
    <Shown read={read}>
      {(view) => (
        <Screen
          title={fill(say.tryOutOf, { title: `${view.draft.title} (${view.draft.number})` })}
          lead={say.tryOutHint}
          actions={
            <>
              <ActionButton operation={assessmentContract.downloadTryOut} input={input}>
                {say.tryOutFile}
              </ActionButton>{' '}
              <DeskLink to={`/assessments/${view.assessment}`}>{say.toAssessment}</DeskLink>
            </>
          }
        >
          <FieldList
            fields={[
              { label: say.triedOn, value: view.cycle },
              { label: say.triedBefore, value: `${view.before.title} (${view.before.number})` },
              { label: say.base, value: view.base },
              {
                label: say.hair,
                value: (
                  <Form
                    layout="inline"
                    initialValues={asked}
                    onFinish={({ hair }: { hair: string }) => setAsked({ hair })}
                  >
                    <Form.Item name="hair" noStyle>
                      <Input inputMode="decimal" maxLength={6} className="short" aria-label={say.hair} />
                    </Form.Item>{' '}
                    <Button htmlType="submit">{say.apply}</Button>
                  </Form>
                ),
              },
              ...(view.lacking.length > 0
                ? [
                    {
                      label: say.lackingFacts,
                      value: view.lacking.map(({ name, clauses }) => `${name}（${clauses.join('、')}）`).join('；'),
                    },
                  ]
                : []),
            ]}
          />
          {view.kinds && <Kinds kinds={view.kinds} told={(kinds) => setAsked({ kinds })} />}
          <TryOutTables view={view} />
          <Moves view={view} />
        </Screen>
      )}
    </Shown>
  )
}

/** Where the draft tells kinds of branch apart and the year does not: which kind stands for which kind of unit. */
function Kinds({ kinds, told }: { kinds: NonNullable<View['kinds']>; told: (kinds: string) => void }) {
  const say = useSay(assessmentMessages)
  const structure = useSay(structureMessages)
  const { fact, choices, units } = kinds
  const typedOf = (typed: Record<string, string | undefined>) =>
    Object.entries(typed).flatMap(([unit, kind]) => (kind ? [`${unit}:${kind}`] : []))
  return (
    <Part title={say.kindsAsked}>
      <p>{fill(say.kindsHint, { fact })}</p>
      <Form
        layout="vertical"
        className="side-by-side"
        initialValues={Object.fromEntries(units.map(({ unit, kind }) => [unit, kind]))}
        onFinish={(typed) => told(typedOf(typed).join(','))}
      >
        {units.map(({ unit, branches: count }) => (
          <Form.Item
            key={unit}
            name={unit}
            label={fill(say.unitBranches, { unit: unit === 'none' ? say.noUnit : structure[unit], count })}
          >
            <Select allowClear options={choices.map((value) => ({ value, label: value }))} />
          </Form.Item>
        ))}
        <Button htmlType="submit">{say.apply}</Button>
      </Form>
    </Part>
  )
}

function Moves({ view }: { view: View }) {
  const say = useSay(assessmentMessages)
  const [shown, show] = useState<'moved' | 'all'>('moved')
  const rows = view.moves.filter(({ change }) => shown === 'all' || change !== 'same')
  const pair = (a: string | number | null, b: string | number | null) =>
    a === b ? (a ?? '—') : `${a ?? '—'} → ${b ?? '—'}`
  return (
    <Part title={say.movesTitle} actions={fill(say.shownMoves, { count: rows.length })}>
      <p>
        <Radio.Group
          value={shown}
          onChange={({ target }) => show(target.value)}
          options={[
            { value: 'moved', label: say.onlyMoved },
            { value: 'all', label: say.everybody },
          ]}
        />
      </p>
      <WholeTable
        rows={rows}
        rowKey={({ branch }) => branch.id}
        caption={say.movesTitle}
        empty={say.nobodyMoves}
        columns={[
          { key: 'branch', title: say.branch, render: ({ branch }) => branch.name },
          { key: 'region', title: say.region, render: ({ region }) => region },
          { key: 'kind', title: say.byKind, render: ({ kind }) => kind },
          { key: 'total', title: say.total, render: (row) => pair(row.before.total, row.after.total), align: 'right' },
          { key: 'rank', title: say.rankWord, render: (row) => pair(row.before.rank, row.after.rank), align: 'right' },
          {
            key: 'level',
            title: say.level,
            render: (row) => pair(row.before.level ?? say.toRule, row.after.level ?? say.toRule),
          },
          {
            key: 'change',
            title: say.change,
            render: ({ change, near }) => (
              <>
                <Mark hot={change === 'down' || change === 'open'}>{say[change]}</Mark>
                {near && <Mark>{say.nearLine}</Mark>}
              </>
            ),
          },
        ]}
      />
    </Part>
  )
}
