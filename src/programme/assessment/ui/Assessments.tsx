import { Form, Select } from 'antd'
import { cycleContract } from '#programme/cycle/contract.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { holdsOne, useMe } from '#web/me.ts'
import { useMust } from '#web/Problem.tsx'
import { DeskLink, useGo } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

/** The assessments within reach; an office opens one for an open programme year by an issued sheet. */
export function Assessments() {
  const say = useSay(assessmentMessages)
  const me = useMe()
  return (
    <Screen title={say.assessments} actions={holdsOne(me, 'office') && <Open />}>
      <DataTable
        operation={assessmentContract.listAssessments}
        input={{}}
        rowKey={(row) => row.id}
        caption={say.assessments}
        empty={say.empty}
        columns={[
          {
            key: 'cycle',
            title: say.cycle,
            render: (row) => <DeskLink to={`/assessments/${row.id}`}>{row.cycle.title}</DeskLink>,
          },
          { key: 'sheet', title: say.sheet, render: (row) => row.sheet.title },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'stage', title: say.stage, render: (row) => <Mark>{say[row.stage]}</Mark> },
          { key: 'to', title: say.selfScoreTo, render: (row) => row.selfScoreTo },
        ]}
      />
    </Screen>
  )
}

function Open() {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const go = useGo()
  const cycles = useRead(cycleContract.listCycles, { state: 'open', limit: 50 })
  const sheets = useRead(scoringContract.listSheets, { limit: 50 })
  const issued = (sheets.data?.rows ?? []).filter(({ state }) => state === 'issued')
  const open = cycles.data?.rows ?? []
  const [first] = open
  if (!first || issued.length === 0) return null
  return (
    <FormButton
      label={say.open}
      main
      operation={assessmentContract.openAssessment}
      params={{ cycle: first.id }}
      onDone={({ id }) => go(`/assessments/${id}`)}
    >
      <p>
        {say.cycle}：{first.title}
      </p>
      <Form.Item name="sheet" label={say.sheet} rules={must}>
        <Select options={issued.map(({ id, title, number }) => ({ value: id, label: `${title} (${number})` }))} />
      </Form.Item>
      <Form.Item name="selfScoreFrom" label={say.selfScoreFrom} rules={must}>
        <DayInput />
      </Form.Item>
      <Form.Item name="selfScoreTo" label={say.selfScoreTo} rules={must}>
        <DayInput />
      </Form.Item>
    </FormButton>
  )
}
