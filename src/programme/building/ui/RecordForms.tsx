import { Form, Input, Select } from 'antd'
import { isLeading } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { buildingContract } from '../contract.ts'
import { taskContract } from '../contract-task.ts'
import { buildingMessages } from '../messages.ts'
import { forces, recordKinds } from '../rules/record.ts'
import { FigureFields, recordInput, typedFigure } from './FigureFields.tsx'

type RecordView = OutputOf<typeof buildingContract.readRecord>

/** Enters a record for the organisation whose secretary or office one is; the first, when there are several. */
export function NewRecord() {
  const say = useSay(buildingMessages)
  const me = useMe()
  const place = me.posts.find(isLeading)
  if (!place) return null
  return (
    <FormButton
      label={say.enter}
      title={`${say.enter} · ${place.organisationName}`}
      submit={say.entered}
      operation={buildingContract.enterRecord}
      params={{ organisation: place.organisation }}
      toInput={recordInput}
      main
    >
      <Fields organisation={place.organisation} />
    </FormButton>
  )
}

export function CorrectRecord({ record }: { record: RecordView }) {
  const say = useSay(buildingMessages)
  return (
    <FormButton
      label={say.correct}
      submit={say.saveCorrection}
      operation={buildingContract.correctRecord}
      params={{ record: record.id }}
      initial={{
        happenedOn: record.happenedOn,
        kind: record.kind,
        sentence: record.sentence,
        force: record.force ?? undefined,
        figures: record.figures.map(typedFigure),
        documentNumber: record.documentNumber ?? undefined,
        learntFrom: record.learntFrom?.name,
        task: record.task?.id,
      }}
      toInput={(typed) => ({ ...recordInput(typed), ...(record.evidence && { evidence: record.evidence.id }) })}
    >
      <Fields organisation={record.organisation.id} task={record.task} />
      <Form.Item name="reason" label={say.reason} required>
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  )
}

function Fields({ organisation, task = null }: { organisation: string; task?: RecordView['task'] }) {
  const say = useSay(buildingMessages)
  const kind = Form.useWatch('kind')
  return (
    <>
      <Form.Item name="happenedOn" label={say.happenedOn} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="kind" label={say.kind} required>
        <Select options={recordKinds.map((each) => ({ value: each, label: say[each] }))} />
      </Form.Item>
      <Form.Item name="sentence" label={say.sentence} required>
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
      {kind === 'adopted' && (
        <Form.Item name="learntFrom" label={say.learntFrom} extra={say.learntFromHint}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="force" label={say.force}>
        <Select allowClear options={forces.map((each) => ({ value: each, label: say[each] }))} />
      </Form.Item>
      <TaskField known={task} />
      <FigureFields organisation={organisation} />
      <Form.Item name="documentNumber" label={say.documentNumber}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}

/** The running tasks to choose from; what the record names already can stay, also when its period is over. */
function TaskField({ known }: { known: RecordView['task'] }) {
  const say = useSay(buildingMessages)
  const running = useRead(taskContract.listTasks, { standing: 'running', limit: 200 }).data?.rows ?? []
  const choices = known && !running.some(({ id }) => id === known.id) ? [known, ...running] : running
  return (
    <Form.Item name="task" label={say.task}>
      <Select
        allowClear
        optionFilterProp="label"
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
