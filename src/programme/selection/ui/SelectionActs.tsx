import { Form, Input, InputNumber, Radio } from 'antd'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'
import type { ShownSelection } from './parts.tsx'

/** Exactly the buttons that the server allows; rulings stand beside what they are about. */
export function Verbs({ selection }: { selection: ShownSelection }) {
  const say = useSay(selectionMessages)
  const { id, allowed, state } = selection
  const input = { selection: id }
  return (
    <>
      {allowed.includes('run') && (
        <ActionButton
          operation={selectionContract.runSelection}
          input={input}
          confirm={say.runSure}
          main={state === 'prepared'}
        >
          {state === 'prepared' ? say.run : say.runAgain}
        </ActionButton>
      )}
      {allowed.includes('check') && (
        <ActionButton operation={selectionContract.checkSelection} input={input} confirm={say.checkSure} main>
          {say.check}
        </ActionButton>
      )}
      {allowed.includes('publish') && <Publish selection={selection} />}
      {allowed.includes('conclude') && (
        <ActionButton operation={selectionContract.concludeSelection} input={input} confirm={say.concludeSure} main>
          {say.conclude}
        </ActionButton>
      )}
      {allowed.includes('set-aside') && (
        <FormButton operation={selectionContract.setSelectionAside} params={input} label={say['set-aside']}>
          <Form.Item name="reason" label={say.reason} required>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </FormButton>
      )}
      {allowed.includes('download') && (
        <ActionButton operation={selectionContract.downloadRun} input={input}>
          {say.download}
        </ActionButton>
      )}
    </>
  )
}

function Publish({ selection }: { selection: ShownSelection }) {
  const say = useSay(selectionMessages)
  const { promised, check } = selection
  const scopes = promised.scope === 'party' ? (['party'] as const) : (['society', 'party'] as const)
  return (
    <FormButton
      operation={selectionContract.publishSelection}
      params={{ selection: selection.id }}
      initial={{ days: promised.days, scope: promised.scope }}
      label={say.publish}
      main
    >
      <p>
        {say.checkedBy}：{check?.by}
      </p>
      <Form.Item name="days" label={say.days}>
        <InputNumber min={promised.days} max={60} />
      </Form.Item>
      <Form.Item name="scope" label={say.scope}>
        <Radio.Group options={scopes.map((scope) => ({ value: scope, label: say[scope] }))} />
      </Form.Item>
    </FormButton>
  )
}
