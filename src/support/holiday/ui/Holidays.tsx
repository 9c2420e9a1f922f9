import { Button, Form, Input, Select } from 'antd'
import { weekdayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { DayInput } from '#web/days.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { holidayContract } from '../contract.ts'
import { holidayMessages } from '../messages.ts'

type Year = OutputOf<typeof holidayContract.readHolidayYear>
type Entered = Year['days'][number]

/** The days off and worked weekends of a year; the office of the topmost organisation keeps them. */
export function Holidays() {
  const say = useSay(holidayMessages)
  const [{ year }, setFilters] = useFilters({ year: String(new Date().getFullYear()) })
  const read = useRead(holidayContract.readHolidayYear, { year: Number(year) || 2026 }, { keep: true })
  const step = (by: number) => setFilters({ year: String((Number(year) || 2026) + by) })
  // All at once when it is there, so that nothing moves.
  return (
    <Shown read={read}>
      {(shown) => (
        <Screen title={say.title} lead={say.hint}>
          <p>
            <Button onClick={() => step(-1)} aria-label={`${say.year} ${Number(year) - 1}`}>
              ‹
            </Button>{' '}
            <b>{year}</b>{' '}
            <Button onClick={() => step(1)} aria-label={`${say.year} ${Number(year) + 1}`}>
              ›
            </Button>
          </p>
          <YearTable shown={shown} />
        </Screen>
      )}
    </Shown>
  )
}

function YearTable({ shown }: { shown: Year }) {
  const say = useSay(holidayMessages)
  const language = useLanguage()
  const weekday = (day: string) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(`2024-01-0${weekdayOf(day)}T00:00:00Z`),
    )
  const { allowed } = shown
  return (
    <>
      <p>
        <Mark hot={!shown.announced}>{shown.announced ? say.announced : say.notAnnounced}</Mark> {shown.source}
      </p>
      <div className="verbs">
        {allowed.includes('put') && <Put year={shown.year} />}
        {allowed.includes('announce') && <Announce shown={shown} />}
      </div>
      <WholeTable<Entered>
        rows={shown.days}
        rowKey={(row) => row.day}
        caption={`${say.title} ${shown.year}`}
        empty={say.empty}
        columns={[
          { key: 'day', title: say.day, render: (row) => row.day },
          { key: 'weekday', title: say.weekday, render: (row) => weekday(row.day) },
          { key: 'kind', title: say.kind, render: (row) => <Mark hot={row.kind === 'workday'}>{say[row.kind]}</Mark> },
          { key: 'name', title: say.name, render: (row) => row.name },
          { key: 'source', title: say.source, render: (row) => row.source },
          ...(allowed.includes('remove')
            ? [{ key: 'doing', title: say.doing, render: (row: Entered) => <Remove day={row.day} /> }]
            : []),
        ]}
      />
    </>
  )
}

function Put({ year }: { year: number }) {
  const say = useSay(holidayMessages)
  const kinds = (['holiday', 'workday'] as const).map((kind) => ({ value: kind, label: say[kind] }))
  return (
    <FormButton
      label={say.add}
      submit={say.save}
      operation={holidayContract.putHoliday}
      params={{}}
      initial={{ day: `${year}-01-01`, kind: 'holiday' }}
    >
      <Form.Item name="day" label={say.day} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="kind" label={say.kind} required>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="name" label={say.name} required>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="source" label={say.source} required>
        <Input maxLength={120} />
      </Form.Item>
    </FormButton>
  )
}

function Remove({ day }: { day: string }) {
  const say = useSay(holidayMessages)
  return (
    <FormButton
      label={say.remove}
      title={`${say.remove} ${day}`}
      operation={holidayContract.removeHoliday}
      params={{}}
      toInput={(typed) => ({ ...typed, day })}
      small
    >
      <Form.Item name="reason" label={say.reason} required>
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  )
}

function Announce({ shown }: { shown: Year }) {
  const say = useSay(holidayMessages)
  return (
    <FormButton
      label={shown.announced ? say.markNotAnnounced : say.markAnnounced}
      operation={holidayContract.announceYear}
      params={{}}
      toInput={(typed) => ({ ...typed, year: shown.year, announced: !shown.announced })}
    >
      <Form.Item name="source" label={say.source} required>
        <Input maxLength={120} />
      </Form.Item>
    </FormButton>
  )
}
