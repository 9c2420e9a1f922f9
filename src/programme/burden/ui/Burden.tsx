import { Form, Input, Segmented } from 'antd'
import { isLeading } from '#basics/actor.ts'
import { dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { given, useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { burdenContract } from '../contract.ts'
import { burdenMessages } from '../messages.ts'
import { costOf, sayMinutes } from '../rules/burden.ts'

type Account = OutputOf<typeof burdenContract.readBurden>
type Ask = Account['rows'][number]

/** Where a request is opened at the desk, by its kind. */
const places: Record<string, (id: string) => string> = { task: (id) => `/tasks/${id}` }

/** The year's account of what branches were asked for: request by request, and branch by branch. */
export function Burden() {
  const say = useSay(burdenMessages)
  const organisation = useMe().posts.find(isLeading)?.organisation ?? ''
  const read = useRead(burdenContract.readBurden, { organisation, limit: 1 }, { keep: true })
  const [{ list }, setList] = useFilters({ list: 'asks' })
  return (
    <Shown read={read}>
      {(account) => (
        <Screen title={say.burden} lead={say.lead} actions={<SetBudget account={account} />}>
          {account.year.cycle === null ? (
            <p className="empty">{say.noYear}</p>
          ) : (
            <>
              <Sums account={account} />
              <p>
                <Segmented
                  aria-label={say.burden}
                  value={list}
                  onChange={(value) => setList({ list: value })}
                  options={[
                    { value: 'asks', label: say.asks },
                    { value: 'branches', label: say.byBranch },
                  ]}
                />
              </p>
              {list === 'branches' ? (
                <ByBranch organisation={organisation} budget={account.year.budget} />
              ) : (
                <Asks organisation={organisation} />
              )}
            </>
          )}
        </Screen>
      )}
    </Shown>
  )
}

function SetBudget({ account }: { account: Account }) {
  const say = useSay(burdenMessages)
  const must = useMust()
  if (!account.allowed.includes('set-budget') || !account.year.cycle) return null
  return (
    <FormButton
      operation={burdenContract.setBurdenBudget}
      params={{ cycle: account.year.cycle.id }}
      initial={{ minutes: String(account.year.budget) }}
      label={say.setBudget}
      submit={say.save}
    >
      <Form.Item name="minutes" label={say.budgetMinutes} rules={must}>
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
    </FormButton>
  )
}

function Sums({ account: { organisation, year } }: { account: Account }) {
  const say = useSay(burdenMessages)
  const language = useLanguage()
  const fields = [
    { label: say.total, value: sayMinutes(year.total, language) },
    { label: say.branches, value: year.branches },
    { label: say.budget, value: sayMinutes(year.budget, language) },
    { label: say.most, value: sayMinutes(year.most, language) },
    { label: say.above, value: year.above === 0 ? '0' : <Mark hot>{year.above}</Mark> },
  ]
  return (
    <Part title={`${organisation.name} · ${year.cycle!.title}`}>
      <FieldList fields={fields} />
    </Part>
  )
}

function Asks({ organisation }: { organisation: string }) {
  const say = useSay(burdenMessages)
  const language = useLanguage()
  return (
    <Part title={say.asks}>
      <DataTable
        operation={burdenContract.readBurden}
        input={{ organisation }}
        rowKey={(row) => row.id}
        caption={say.asks}
        empty={say.none}
        columns={[
          { key: 'ask', title: say.ask, render: (row) => <Title row={row} /> },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'minutes', title: say.minutes, width: 90, render: (row) => sayMinutes(row.minutes, language) },
          { key: 'branches', title: say.branches, width: 80, align: 'right', render: (row) => row.branches },
          { key: 'all', title: say.all, width: 90, render: (row) => sayMinutes(costOf(row), language) },
          { key: 'by', title: say.by, width: 90, render: (row) => row.by },
          { key: 'approvedBy', title: say.approvedBy, width: 90, render: (row) => row.approvedBy },
          { key: 'at', title: say.at, width: 110, render: (row) => dayOf(row.at) },
        ]}
      />
    </Part>
  )
}

function Title({ row }: { row: Ask }) {
  const say = useSay(burdenMessages)
  const place = places[row.subject.kind]?.(row.subject.id)
  return (
    <>
      {place ? <DeskLink to={place}>{row.title}</DeskLink> : row.title} {row.released && <Mark>{say.released}</Mark>}
    </>
  )
}

function ByBranch({ organisation, budget }: { organisation: string; budget: number }) {
  const say = useSay(burdenMessages)
  const language = useLanguage()
  const [filters, setFilters] = useFilters({ search: '' })
  return (
    <Part title={say.byBranch}>
      <FilterBar value={filters} onChange={setFilters} fields={[{ name: 'search', label: say.search }]} />
      <DataTable
        operation={burdenContract.listBurdenOfBranches}
        input={{ organisation, ...given(filters) }}
        rowKey={(row) => row.branch.id}
        caption={say.byBranch}
        columns={[
          { key: 'branch', title: say.branch, render: (row) => row.branch.name },
          { key: 'number', title: say.number, width: 90, align: 'right', render: (row) => row.asks },
          {
            key: 'minutes',
            title: say.minutes,
            width: 120,
            align: 'right',
            render: (row) => <Mark hot={row.minutes > budget}>{sayMinutes(row.minutes, language)}</Mark>,
          },
        ]}
      />
    </Part>
  )
}
