import { Form, Select } from 'antd'
import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { given, useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { DayInput } from '#web/days.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { yearlyContract } from '../contract-yearly.ts'
import { yearlyMessages } from '../messages-yearly.ts'
import { promptStandings } from '../rules/yearly.ts'

type Prompt = OutputOf<typeof yearlyContract.readPrompt>
type Row = OutputOf<typeof yearlyContract.listPrompted>['rows'][number]

/** 年度主题确认: which branches have confirmed their theme this year, revise it, or have done neither. */
export function Confirmations() {
  const say = useSay(yearlyMessages)
  const [filters, setFilters] = useFilters({ cycle: '' })
  const cycles = useRead(cycleContract.listCycles, { limit: 50 })
  return (
    <Screen title={say.confirmations} lead={say.lead}>
      <Shown read={cycles}>
        {({ rows }) => {
          const begun = rows.filter(({ state }) => state !== 'draft')
          const cycle = begun.find(({ id }) => id === filters.cycle) ?? begun[0]
          if (!cycle) return <p className="empty">{say.noCycle}</p>
          return (
            <>
              {begun.length > 1 && (
                <p>
                  {say.year}{' '}
                  <Select
                    aria-label={say.year}
                    value={cycle.id}
                    onChange={(id) => setFilters({ cycle: id })}
                    options={begun.map(({ id, year, organisation }) => ({
                      value: id,
                      label: `${year} · ${organisation.name}`,
                    }))}
                    popupMatchSelectWidth={false}
                  />
                </p>
              )}
              <OfCycle cycle={cycle.id} />
            </>
          )
        }}
      </Shown>
    </Screen>
  )
}

function OfCycle({ cycle }: { cycle: string }) {
  const read = useRead(yearlyContract.readPrompt, { cycle })
  return <Shown read={read}>{(view) => (view.prompt ? <Answers view={view} /> : <Ask view={view} />)}</Shown>
}

/** What asking would cost everybody, before anybody is asked. */
function Ask({ view }: { view: Prompt }) {
  const say = useSay(yearlyMessages)
  const { branches } = view.counts
  const hours = ((branches * view.minutes) / 60).toFixed(1)
  return (
    <section className="part">
      <p>{say.notAsked}</p>
      {view.allowed.includes('open') && (
        <FormButton
          operation={yearlyContract.openPrompt}
          params={{ cycle: view.cycle }}
          initial={{ dueOn: view.usualDueOn ?? undefined }}
          label={say.ask}
          main
        >
          <p>{fill(say.askWhat, { branches, minutes: view.minutes, hours })}</p>
          <Form.Item name="dueOn" label={say.dueOn} required>
            <DayInput />
          </Form.Item>
        </FormButton>
      )}
    </section>
  )
}

function Answers({ view }: { view: Prompt }) {
  const say = useSay(yearlyMessages)
  const language = useLanguage()
  const [filters, setFilters] = useFilters({ search: '', standing: '', region: '' })
  const { prompt, counts } = view
  return (
    <>
      <div className="screen-lead">
        {say.openedOn} {sayDay(prompt!.openedOn, language)} · {say.dueOn} {sayDay(prompt!.dueOn, language)} ·{' '}
        {promptStandings.map((each) => `${say[each]} ${counts[each]}`).join(' · ')} / {counts.branches}
      </div>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'search', label: say.search },
          {
            name: 'standing',
            label: say.standing,
            options: promptStandings.map((value) => ({ value, label: say[value] })),
          },
          { name: 'region', label: say.region },
        ]}
      />
      <DataTable
        operation={yearlyContract.listPrompted}
        input={{ cycle: view.cycle, ...given(filters) } as { cycle: string }}
        rowKey={(row) => row.branch.id}
        caption={say.confirmations}
        empty={say.nobody}
        columns={[
          { key: 'branch', title: say.branch, render: (row: Row) => row.branch.name },
          { key: 'region', title: say.region, render: (row: Row) => row.region },
          {
            key: 'theme',
            title: say.theme,
            render: (row: Row) => <DeskLink to={`/themes/${row.revision ?? row.theme.id}`}>{row.theme.name}</DeskLink>,
          },
          {
            key: 'standing',
            title: say.standing,
            render: (row: Row) => (
              <Mark hot={row.standing === 'missing'}>
                {say[row.standing]}
                {row.late && ` · ${say.late}`}
              </Mark>
            ),
          },
          { key: 'on', title: say.answeredOn, render: (row: Row) => row.answeredOn },
          { key: 'sentence', title: say.sentence, width: 220, render: (row: Row) => row.sentence },
        ]}
      />
    </>
  )
}
