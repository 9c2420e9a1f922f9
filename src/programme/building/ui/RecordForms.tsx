import { Button, Form, Input, Select } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { buildingContract } from '../contract.ts'
import { buildingMessages } from '../messages.ts'
import { forces, qualifiers, recordKinds } from '../rules/record.ts'

type RecordView = OutputOf<typeof buildingContract.readRecord>

/** Enters a record for the organisation whose secretary or office one is; the first, when there are several. */
export function NewRecord() {
  const say = useSay(buildingMessages)
  const me = useMe()
  const place = me.posts.find(({ post }) => post === 'secretary' || post === 'office')
  if (!place) return null
  return (
    <FormButton
      label={say.enter}
      title={`${say.enter} · ${place.organisationName}`}
      submit={say.entered}
      operation={buildingContract.enterRecord}
      params={{ organisation: place.organisation }}
      main
    >
      <Fields />
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
        figures: record.figures,
        documentNumber: record.documentNumber ?? undefined,
        learntFrom: record.learntFrom?.name,
      }}
      toInput={(typed) => ({ ...typed, ...(record.evidence && { evidence: record.evidence.id }) })}
    >
      <Fields />
      <Form.Item name="reason" label={say.reason} required>
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  )
}

function Fields() {
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
      <Figures />
      <Form.Item name="documentNumber" label={say.documentNumber}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}

function Figures() {
  const say = useSay(buildingMessages)
  return (
    <Form.List name="figures">
      {(figures, { add, remove }) => (
        <fieldset className="words">
          <legend>{say.figures}</legend>
          {figures.map(({ key, name }) => (
            <div key={key}>
              <Form.Item name={[name, 'name']} label={say.figureName} required>
                <Input maxLength={30} />
              </Form.Item>
              <Form.Item name={[name, 'qualifier']} label={say.qualifier} required>
                <Select options={qualifiers.map((each) => ({ value: each, label: say[each].trim() }))} />
              </Form.Item>
              <Form.Item name={[name, 'value']} label={say.figureValue} required>
                <Input inputMode="decimal" maxLength={18} />
              </Form.Item>
              <Form.Item name={[name, 'unit']} label={say.figureUnit} required>
                <Input maxLength={10} />
              </Form.Item>
              <Button size="small" onClick={() => remove(name)}>
                {say.removeFigure}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({ qualifier: 'exact' })}>
            {say.addFigure}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
