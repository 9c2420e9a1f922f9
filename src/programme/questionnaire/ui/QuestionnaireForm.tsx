import { Button, Checkbox, Form, Input, Select } from 'antd'
import { isLeading } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import { OrganisationSelect } from '#programme/organisation/ui/OrganisationSelect.tsx'
import { FormButton } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { useMust } from '#web/Problem.tsx'
import { useGo } from '#web/place.tsx'
import { questionnaireContract } from '../contract.ts'
import { questionnaireMessages } from '../messages.ts'
import { questionKinds } from '../rules/questionnaire.ts'

type Shown = OutputOf<typeof questionnaireContract.readQuestionnaire>

export function NewQuestionnaire() {
  const say = useSay(questionnaireMessages)
  const go = useGo()
  const led = useMe().posts.find(isLeading)
  if (!led) return null
  return (
    <FormButton
      label={say.add}
      title={`${say.add} · ${led.organisationName}`}
      submit={say.saveDraft}
      operation={questionnaireContract.draftQuestionnaire}
      params={{ organisation: led.organisation }}
      initial={{ minutes: '5', questions: [{ kind: 'one' }], groups: [{}] }}
      toInput={toInput}
      onDone={({ id }) => go(`/questionnaires/${id}`)}
      main
    >
      <Fields known={[]} />
    </FormButton>
  )
}

export function ChangeQuestionnaire({ questionnaire: shown }: { questionnaire: Shown }) {
  const say = useSay(questionnaireMessages)
  return (
    <FormButton
      label={say.change}
      submit={say.saveDraft}
      operation={questionnaireContract.changeQuestionnaire}
      params={{ questionnaire: shown.id }}
      initial={{
        title: shown.title,
        purpose: shown.purpose,
        minutes: String(shown.minutes),
        lastDay: shown.lastDay,
        questions: shown.questions.map((question) => ({ ...question, options: question.options.join('\n') })),
        groups: shown.groups.map(({ id, slips }) => ({ organisation: id, slips: String(slips) })),
        legalOffice: shown.online?.legalOffice,
        legalDocument: shown.online?.document,
      }}
      toInput={toInput}
    >
      <Fields known={shown.groups} />
    </FormButton>
  )
}

interface Typed {
  kind: (typeof questionKinds)[number]
  text?: string
  options?: string
  aboutSelf?: boolean
}

/** Options are typed one a line. */
function toInput(typed: Record<string, unknown>): Record<string, unknown> {
  const questions = (typed.questions as Typed[] | undefined) ?? []
  return {
    ...typed,
    questions: questions.map(({ kind, text, options, aboutSelf }) => ({
      kind,
      text,
      ...(kind !== 'text' && {
        options: (options ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        aboutSelf: aboutSelf ?? false,
      }),
    })),
  }
}

function Fields({ known }: { known: Shown['groups'] }) {
  const say = useSay(questionnaireMessages)
  const must = useMust()
  return (
    <>
      <Form.Item name="title" label={say.name} rules={must}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="purpose" label={say.purpose}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <div className="side-by-side">
        <Form.Item name="lastDay" label={say.lastDay} rules={must}>
          <DayInput />
        </Form.Item>
        <Form.Item name="minutes" label={say.minutes} rules={must}>
          <Input inputMode="numeric" maxLength={2} />
        </Form.Item>
      </div>
      <h2>{say.questions}</h2>
      <Form.List name="questions">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <QuestionFields key={key} name={name} remove={fields.length > 1 ? () => remove(name) : null} />
            ))}
            <Button onClick={() => add({ kind: 'one' })}>{say.addQuestion}</Button>
          </>
        )}
      </Form.List>
      <h2>{say.groups}</h2>
      <p className="hint">{say.slipsHint}</p>
      <Form.List name="groups">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="side-by-side">
                <Form.Item name={[name, 'organisation']} label={say.group} rules={must}>
                  <OrganisationSelect {...(known[name] && { known: known[name] })} />
                </Form.Item>
                <Form.Item name={[name, 'slips']} label={say.slips} rules={must}>
                  <Input inputMode="numeric" maxLength={4} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button onClick={() => remove(name)} aria-label={`${say.removeGroup} ${name + 1}`}>
                    {say.removeGroup}
                  </Button>
                )}
              </div>
            ))}
            <Button onClick={() => add({})}>{say.addGroup}</Button>
          </>
        )}
      </Form.List>
      <div className="side-by-side">
        <Form.Item name="legalOffice" label={say.legalOffice}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="legalDocument" label={say.legalDocument}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
    </>
  )
}

function QuestionFields({ name, remove }: { name: number; remove: (() => void) | null }) {
  const say = useSay(questionnaireMessages)
  const must = useMust()
  const kind = Form.useWatch(['questions', name, 'kind'])
  return (
    <fieldset className="part">
      <legend>{`${say.question} ${name + 1}`}</legend>
      <Form.Item name={[name, 'text']} label={say.question} rules={must}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[name, 'kind']} label={say.kind} rules={must}>
        <Select options={questionKinds.map((value) => ({ value, label: say[value] }))} />
      </Form.Item>
      {kind !== 'text' && (
        <>
          <Form.Item name={[name, 'options']} label={say.options} rules={must}>
            <Input.TextArea rows={3} />
          </Form.Item>
          <Form.Item name={[name, 'aboutSelf']} valuePropName="checked">
            <Checkbox>{say.aboutSelf}</Checkbox>
          </Form.Item>
        </>
      )}
      {remove && <Button onClick={remove}>{say.removeQuestion}</Button>}
    </fieldset>
  )
}
