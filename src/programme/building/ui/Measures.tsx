import { Form, Input, Select } from 'antd'
import { isLeading } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import { given, useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { useMust } from '#web/Problem.tsx'
import { useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { measureContract } from '../contract-measure.ts'
import { buildingMessages } from '../messages.ts'
import { taskMessages } from '../messages-task.ts'
import { additions } from '../rules/measure.ts'
import { forces } from '../rules/record.ts'
import { leads } from './TaskForm.tsx'

type Row = OutputOf<typeof measureContract.listMeasures>['rows'][number]

/** What is counted, in which unit and how it adds up. */
export function Measures() {
  const say = useSay(taskMessages)
  const words = useSay(buildingMessages)
  const me = useMe()
  const place = leads(me) ?? me.posts.find(isLeading)!
  const [filters, setFilters] = useFilters({ retired: '' })
  return (
    <Screen
      title={say.measureList}
      lead={say.measureLead}
      actions={leads(me) && <NewMeasure organisation={place.organisation} />}
    >
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[{ name: 'retired', label: say.standing, options: [{ value: 'yes', label: say.retired }] }]}
      />
      <DataTable
        operation={measureContract.listMeasures}
        input={{ organisation: place.organisation, ...given(filters) } as { organisation: string }}
        rowKey={(row) => row.id}
        caption={say.measureList}
        empty={say.noMeasures}
        columns={[
          { key: 'name', title: say.measureName, render: (row) => row.name },
          { key: 'unit', title: say.unit, width: 80, render: (row) => row.unit },
          { key: 'addition', title: say.addition, render: (row) => say[row.addition] },
          { key: 'force', title: say.force, width: 90, render: (row) => row.force && words[row.force] },
          { key: 'partOf', title: say.partOf, render: (row) => row.partOf?.name },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'verbs', title: say.standing, width: 90, render: (row) => <Verbs row={row} /> },
        ]}
      />
    </Screen>
  )
}

function Verbs({ row }: { row: Row }) {
  const say = useSay(taskMessages)
  if (row.retired) return <Mark>{say.retired}</Mark>
  if (!row.allowed.includes('retire')) return null
  return (
    <ActionButton
      operation={measureContract.retireMeasure}
      input={{ measure: row.id }}
      confirm={`${row.name}：${say.retireSure}`}
      small
    >
      {say.retire}
    </ActionButton>
  )
}

function NewMeasure({ organisation }: { organisation: string }) {
  const say = useSay(taskMessages)
  return (
    <FormButton
      label={say.addMeasure}
      submit={say.save}
      operation={measureContract.setMeasure}
      params={{ organisation }}
      initial={{ addition: 'sum' }}
      main
    >
      <Fields organisation={organisation} />
    </FormButton>
  )
}

function Fields({ organisation }: { organisation: string }) {
  const say = useSay(taskMessages)
  const words = useSay(buildingMessages)
  const must = useMust()
  const wholes = useRead(measureContract.listMeasures, { organisation, limit: 200 }).data?.rows ?? []
  return (
    <>
      <Form.Item name="name" label={say.measureName} rules={must}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="unit" label={say.unit} rules={must}>
        <Input maxLength={10} />
      </Form.Item>
      <Form.Item name="addition" label={say.addition} rules={must}>
        <Select options={additions.map((value) => ({ value, label: say[value] }))} />
      </Form.Item>
      <Form.Item name="force" label={say.force}>
        <Select allowClear options={forces.map((value) => ({ value, label: words[value] }))} />
      </Form.Item>
      <Form.Item name="partOf" label={say.partOf}>
        <Select
          allowClear
          options={wholes
            .filter(({ partOf }) => partOf === null)
            .map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
        />
      </Form.Item>
    </>
  )
}
