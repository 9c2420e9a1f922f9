import { Button, Checkbox, Form, Input, Radio } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { ActionButton, ChangeForm, FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Part } from '#web/Screen.tsx'
import { publicityContract } from '../contract.ts'
import { publicityMessages } from '../messages.ts'

export type ShownPublication = OutputOf<typeof publicityContract.readPublication>

/** Exactly the buttons that the server allows; what is written is written on the portal. */
export function Verbs({ publication: { id, title, allowed } }: { publication: ShownPublication }) {
  const say = useSay(publicityMessages)
  const on = { publication: id }
  return (
    <>
      {allowed.includes('change') && <Button href={`/my/publications/${id}`}>{say.change}</Button>}
      {allowed.includes('submit') && (
        <ActionButton operation={publicityContract.submitPublication} input={on} confirm={say.submitSure} main>
          {say.submit}
        </ActionButton>
      )}
      {allowed.includes('drop') && (
        <ActionButton operation={publicityContract.dropPublication} input={on} confirm={title}>
          {say.drop}
        </ActionButton>
      )}
      {allowed.includes('withdraw') && (
        <FormButton operation={publicityContract.withdrawPublication} params={on} label={say.withdraw}>
          <p>{say.withdrawSure}</p>
          <Form.Item name="reason" label={say.reasons}>
            <Input.TextArea rows={3} maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
    </>
  )
}

/** Check for secrets and consents. */
export function Check({ publication }: { publication: ShownPublication }) {
  const say = useSay(publicityMessages)
  return (
    <Part title={say.check}>
      <ChangeForm
        operation={publicityContract.checkPublication}
        params={{ publication: publication.id }}
        submit={say.send}
      >
        <Form.Item name="result" label={say.finding}>
          <Radio.Group options={(['clear', 'return'] as const).map((value) => ({ value, label: say[value] }))} />
        </Form.Item>
        <Form.Item name="namesConfirmed" valuePropName="checked">
          <Checkbox>{say.namesConfirmed}</Checkbox>
        </Form.Item>
        <Comment />
      </ChangeForm>
    </Part>
  )
}

/** Approve it for the scope, or send it back. */
export function Approval({ publication }: { publication: ShownPublication }) {
  const say = useSay(publicityMessages)
  const scopes = publication.scope === 'society' ? (['society', 'party'] as const) : (['party'] as const)
  return (
    <Part title={say.approval}>
      <ChangeForm
        operation={publicityContract.approvePublication}
        params={{ publication: publication.id }}
        initial={{ scope: publication.scope }}
        submit={say.send}
      >
        <Form.Item name="result" label={say.finding}>
          <Radio.Group options={(['approve', 'return'] as const).map((value) => ({ value, label: say[value] }))} />
        </Form.Item>
        <Form.Item name="scope" label={say.scope}>
          <Radio.Group options={scopes.map((value) => ({ value, label: say[value] }))} />
        </Form.Item>
        <Comment />
      </ChangeForm>
    </Part>
  )
}

function Comment() {
  const say = useSay(publicityMessages)
  return (
    <Form.Item name="comment" label={say.comment} extra={say.commentHint}>
      <Input.TextArea rows={3} maxLength={600} />
    </Form.Item>
  )
}
