import { Button, Form, Input, Select } from 'antd'
import type { InputOf } from '#basics/contract.ts'
import { useChange } from '#web/api.ts'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { FormProblem, useMust } from '#web/Problem.tsx'
import { useFilters, useGo } from '#web/place.tsx'
import { Part, Screen } from '#web/Screen.tsx'
import { reorganisationContract } from '../contract.ts'
import { reorganisationMessages } from '../messages.ts'
import { kinds } from '../rules/terms.ts'
import { EffectParts } from './EffectParts.tsx'
import { TermsFields } from './TermsFields.tsx'
import { type Typed, termsOf } from './terms-typed.ts'

type Entry = InputOf<typeof reorganisationContract.enterReorganisation>

/** Enters an act from its document; what it would do can be looked at before. */
export function NewReorganisation() {
  const say = useSay(reorganisationMessages)
  const must = useMust()
  const go = useGo()
  // another screen may have said which act, and of what
  const [{ kind, id }] = useFilters({ kind: 'rename', id: '' })
  const [form] = Form.useForm<Typed>()
  const typed = (Form.useWatch([], form) ?? {}) as Partial<Typed>
  const preview = useChange(reorganisationContract.previewReorganisation)
  const entering = useChange(reorganisationContract.enterReorganisation)
  const enter = (all: Typed) => {
    const { effectiveOn, document, issuer, reason } = all
    const entry = { terms: termsOf(all), effectiveOn, document, issuer, reason } as Entry
    entering.mutate(entry, { onSuccess: ({ id }) => go(`/reorganisations/${id}`) })
  }
  const look = async () => {
    entering.reset()
    const all = await form.validateFields().catch(() => null)
    if (all) preview.mutate({ terms: termsOf(all), effectiveOn: all.effectiveOn! } as Entry)
  }
  const about = (['organisation', 'unit'] as const).map((value) => ({ value, label: say[`of-${value}`] }))
  const acts = kinds.filter((kind) => typed.of !== 'unit' || (kind !== 'tie' && kind !== 'untie'))
  const shown = preview.data
  return (
    <Screen title={say.enter} lead={say.lead}>
      <Form
        form={form}
        layout="vertical"
        className="narrow-form"
        initialValues={{ of: 'organisation', kind, ...(id && { id }) }}
        onFinish={enter}
        onValuesChange={() => preview.reset()}
        scrollToFirstError
      >
        <FormProblem error={entering.error ?? preview.error} form={form as never} />
        <div className="side-by-side">
          <Form.Item name="of" label={say.of}>
            <Select options={about} />
          </Form.Item>
          <Form.Item name="kind" label={say.kind}>
            <Select options={acts.map((value) => ({ value, label: say[value] }))} />
          </Form.Item>
        </div>
        <TermsFields typed={typed} />
        <Form.Item name="effectiveOn" label={say.effectiveOn} extra={say.effectiveHint} rules={must}>
          <DayInput />
        </Form.Item>
        <Form.Item name="document" label={say.document} rules={must}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="issuer" label={say.issuer} rules={must}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="reason" label={say.reason} rules={must}>
          <Input.TextArea maxLength={500} rows={3} />
        </Form.Item>
        <div className="verbs">
          <Button onClick={() => void look()} loading={preview.isPending}>
            {say.preview}
          </Button>
          <Button type="primary" htmlType="submit" loading={entering.isPending}>
            {say.submitEntry}
          </Button>
        </div>
      </Form>
      {shown && (
        <Part title={shown.title}>
          {shown.hindrance && (
            <p className="problem" role="status">
              {say.hindrance}：{shown.hindrance}
            </p>
          )}
          {shown.effect && <EffectParts effect={shown.effect} done={false} of={typed.of ?? 'organisation'} />}
        </Part>
      )}
    </Screen>
  )
}
