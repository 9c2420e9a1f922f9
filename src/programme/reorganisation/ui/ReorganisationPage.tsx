import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { reorganisationContract } from '../contract.ts'
import { reorganisationMessages } from '../messages.ts'
import { EffectParts } from './EffectParts.tsx'

type View = OutputOf<typeof reorganisationContract.readReorganisation>

/** One act: its document, what it does or would do, and the structure before and after. */
export function ReorganisationPage() {
  const reorganisation = useParam('reorganisation')
  const say = useSay(reorganisationMessages)
  const read = useRead(reorganisationContract.readReorganisation, { reorganisation })
  const view = read.data
  return (
    <Screen
      title={view?.title ?? say.reorganisation}
      lead={view && <Mark hot={view.state === 'entered' || view.state === 'blocked'}>{say[view.state]}</Mark>}
      actions={view && <Verbs view={view} />}
    >
      <Shown read={read}>
        {(act) => (
          <>
            <Document view={act} />
            {act.hindrance && (
              <div className="problem" role="status">
                <p>
                  <b aria-hidden="true">⚠ </b>
                  {say.hindrance}：{act.hindrance}
                </p>
              </div>
            )}
            {act.effect && <EffectParts effect={act.effect} done={act.state === 'in-effect'} of={act.of} />}
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Document({ view }: { view: View }) {
  const say = useSay(reorganisationMessages)
  const signed = (name: string | null, at: string | null) => (name && at ? `${name} ${sayInstant(at)}` : null)
  return (
    <Part title={say.paper}>
      <FieldList
        fields={[
          { label: say.kind, value: say[view.kind] },
          { label: say.effectiveOn, value: view.effectiveOn },
          { label: say.document, value: view.document },
          { label: say.issuer, value: view.issuer },
          { label: say.reason, value: view.reason },
          {
            label: say.party,
            value: view.parties.map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 && '、'}
                {view.of === 'organisation' ? <DeskLink to={`/organisations/${id}`}>{name}</DeskLink> : name}
              </span>
            )),
          },
          { label: say.enteredBy, value: signed(view.enteredBy, view.enteredAt) },
          { label: say.confirmedBy, value: signed(view.confirmedBy, view.confirmedAt) },
          { label: say.inEffectAt, value: view.inEffectAt && sayInstant(view.inEffectAt) },
          ...(view.ended
            ? [{ label: say.endedBy, value: `${signed(view.ended.by, view.ended.at)}：${view.ended.reason}` }]
            : []),
        ]}
      />
    </Part>
  )
}

function Verbs({ view }: { view: View }) {
  const say = useSay(reorganisationMessages)
  const must = useMust()
  const reorganisation = view.id
  const reason = (
    <Form.Item name="reason" label={say.why} rules={must}>
      <Input.TextArea maxLength={300} rows={3} />
    </Form.Item>
  )
  return (
    <div className="verbs">
      {view.allowed.includes('confirm') && view.effect && (
        <ActionButton
          operation={reorganisationContract.confirmReorganisation}
          input={{ reorganisation, seen: view.effect.seen }}
          confirm={say.confirmSure}
          main
        >
          {say.confirm}
        </ActionButton>
      )}
      {view.allowed.includes('refuse') && (
        <FormButton
          operation={reorganisationContract.refuseReorganisation}
          params={{ reorganisation }}
          label={say.refuse}
        >
          {reason}
        </FormButton>
      )}
      {view.allowed.includes('withdraw') && (
        <FormButton
          operation={reorganisationContract.withdrawReorganisation}
          params={{ reorganisation }}
          label={say.withdraw}
        >
          {reason}
        </FormButton>
      )}
    </div>
  )
}
