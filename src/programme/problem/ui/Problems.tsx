import { Form, Input, Select } from 'antd'
import { isLeading } from '#basics/actor.ts'
import type { InputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { DayInput } from '#web/days.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { useMust } from '#web/Problem.tsx'
import { DeskLink, useFilters, useGo } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { problemContract } from '../contract.ts'
import { problemMessages } from '../messages.ts'
import { problemKinds, problemStates } from '../rules/problem.ts'

type Filter = Omit<InputOf<typeof problemContract.listProblems>, 'cursor' | 'limit'>

/** The problem list of one's organisations and those below. */
export function Problems() {
  const say = useSay(problemMessages)
  const [filters, setFilters] = useFilters({ state: '', kind: '', late: '', search: '' })
  return (
    <Screen title={say.problems} lead={say.lead} actions={<TakeOn />}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'state', label: say.state, options: problemStates.map((value) => ({ value, label: say[value] })) },
          { name: 'kind', label: say.kind, options: problemKinds.map((value) => ({ value, label: say[value] })) },
          { name: 'late', label: say.late, options: [{ value: 'yes', label: say.onlyLate }] },
          { name: 'search', label: say.search },
        ]}
      />
      <DataTable
        operation={problemContract.listProblems}
        input={given(filters) as Filter}
        rowKey={(row) => row.id}
        caption={say.problems}
        empty={say.none}
        columns={[
          {
            key: 'title',
            title: say.title,
            render: (row) => <DeskLink to={`/problems/${row.id}`}>{row.title}</DeskLink>,
          },
          { key: 'kind', title: say.kind, width: 110, render: (row) => say[row.kind] },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'dueOn', title: say.dueOn, width: 120, render: (row) => row.dueOn },
          {
            key: 'state',
            title: say.state,
            width: 140,
            render: (row) => <Mark hot={row.late}>{row.late ? say.late : say[row.state]}</Mark>,
          },
        ]}
      />
    </Screen>
  )
}

function TakeOn() {
  const say = useSay(problemMessages)
  const must = useMust()
  const go = useGo()
  const led = useMe().posts.filter(isLeading)
  const place = led.find(({ organisationKind }) => organisationKind === 'branch') ?? led[0]
  if (!place) return null
  return (
    <FormButton
      label={say.takeOn}
      title={`${say.takeOn} · ${place.organisationName}`}
      operation={problemContract.takeOnProblem}
      params={{ organisation: place.organisation }}
      onDone={(problem) => go(`/problems/${problem.id}`)}
      main
    >
      <Form.Item name="title" label={say.title} rules={must}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={say.kind} rules={must}>
        <Select options={problemKinds.map((value) => ({ value, label: say[value] }))} />
      </Form.Item>
      <Form.Item name="benchmark" label={say.benchmark} rules={must}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="gap" label={say.gap} rules={must}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="dueOn" label={say.dueOn} rules={must}>
        <DayInput />
      </Form.Item>
    </FormButton>
  )
}
