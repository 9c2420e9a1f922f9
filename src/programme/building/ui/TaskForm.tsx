import { Form, Input, Select } from 'antd'
import { isLeading } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import { OrganisationsSelect } from '#programme/organisation/ui/OrganisationSelect.tsx'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { type Me, useMe } from '#web/me.ts'
import { useMust } from '#web/Problem.tsx'
import { useGo } from '#web/place.tsx'
import { measureContract } from '../contract-measure.ts'
import { taskContract } from '../contract-task.ts'
import { taskMessages } from '../messages-task.ts'
import { MOST_MEASURES, taskKinds } from '../rules/task.ts'

type Shown = OutputOf<typeof taskContract.readTask>

/** The organisation for which somebody sets up tasks and measures: the first they lead that is not a branch. */
export function leads({ posts }: Me) {
  const led = posts.filter(isLeading)
  return led.find(({ organisationKind }) => organisationKind !== 'branch')
}

export function NewTask() {
  const say = useSay(taskMessages)
  const go = useGo()
  const place = leads(useMe())
  if (!place) return null
  return (
    <FormButton
      label={say.add}
      title={`${say.add} · ${place.organisationName}`}
      submit={say.saveDraft}
      operation={taskContract.draftTask}
      params={{ organisation: place.organisation }}
      initial={{ minutes: '5' }}
      onDone={(task) => go(`/tasks/${task.id}`)}
      main
    >
      <Fields organisation={place.organisation} known={[]} />
    </FormButton>
  )
}

export function ChangeTask({ task }: { task: Shown }) {
  const say = useSay(taskMessages)
  return (
    <FormButton
      label={say.change}
      submit={say.saveDraft}
      operation={taskContract.changeTask}
      params={{ task: task.id }}
      initial={{
        kind: task.kind,
        name: task.name,
        purpose: task.purpose,
        documentNumber: task.documentNumber ?? undefined,
        from: task.from,
        to: task.to,
        measures: task.measures.map(({ id }) => id),
        addressees: task.addressees.map(({ id }) => id),
        minutes: String(task.minutes),
      }}
    >
      <Fields organisation={task.organisation.id} known={task.addressees} />
    </FormButton>
  )
}

function Fields({ organisation, known }: { organisation: string; known: Shown['addressees'] }) {
  const say = useSay(taskMessages)
  const must = useMust()
  const measures = useRead(measureContract.listMeasures, { organisation, limit: 200 }).data?.rows ?? []
  return (
    <>
      <Form.Item name="name" label={say.name} rules={must}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={say.kind} rules={must}>
        <Select options={taskKinds.map((value) => ({ value, label: say[value] }))} />
      </Form.Item>
      <div className="side-by-side">
        <Form.Item name="from" label={say.from} rules={must}>
          <DayInput />
        </Form.Item>
        <Form.Item name="to" label={say.to} rules={must}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="purpose" label={say.purpose}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="measures" label={say.measures}>
        <Select
          mode="multiple"
          maxCount={MOST_MEASURES}
          optionFilterProp="label"
          options={measures.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
        />
      </Form.Item>
      <Form.Item name="minutes" label={say.minutes} extra={say.minutesHint} rules={must}>
        <Input inputMode="numeric" maxLength={3} />
      </Form.Item>
      <Form.Item name="addressees" label={say.addressees}>
        <OrganisationsSelect known={known} />
      </Form.Item>
      <Form.Item name="documentNumber" label={say.documentNumber}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}
