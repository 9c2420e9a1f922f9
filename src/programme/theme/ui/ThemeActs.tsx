import { Form, Input, InputNumber, Radio } from 'antd'
import { ActionButton, ChangeForm, FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Part } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { fields, most, short } from '../rules/texts.ts'
import { Comment } from './Comment.tsx'
import type { ShownTheme } from './ThemeParts.tsx'

/** Exactly the buttons that the server allows. */
export function Verbs({ theme }: { theme: ShownTheme }) {
  const say = useSay(themeMessages)
  const { id, allowed } = theme
  return (
    <>
      {allowed.includes('change') && (
        <FormButton
          operation={themeContract.changeTheme}
          params={{ theme: id }}
          initial={theme.texts}
          label={say.change}
          submit={say.save}
        >
          {fields.map((field) => (
            <Form.Item key={field} name={field} label={say[field]} extra={say[`${field}Hint`]}>
              {short.includes(field) ? (
                <Input maxLength={most[field]} />
              ) : (
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={most[field]} />
              )}
            </Form.Item>
          ))}
        </FormButton>
      )}
      {allowed.includes('submit') && (
        <ActionButton operation={themeContract.submitTheme} input={{ theme: id }} confirm={theme.name} main>
          {say.submit}
        </ActionButton>
      )}
      {allowed.includes('withdraw') && (
        <ActionButton operation={themeContract.withdrawTheme} input={{ theme: id }} confirm={theme.name}>
          {say.withdraw}
        </ActionButton>
      )}
      {allowed.includes('publicise') && <Publicise theme={theme} />}
      {allowed.includes('take-effect') && (
        <ActionButton operation={themeContract.putInForce} input={{ theme: id }} confirm={say.takeEffectSure} main>
          {say['take-effect']}
        </ActionButton>
      )}
      {allowed.includes('send-back') && (
        <FormButton operation={themeContract.sendThemeBack} params={{ theme: id }} label={say['send-back']}>
          <Form.Item name="comment" label={say.reasons}>
            <Input.TextArea rows={3} maxLength={600} />
          </Form.Item>
        </FormButton>
      )}
    </>
  )
}

function Publicise({ theme }: { theme: ShownTheme }) {
  const say = useSay(themeMessages)
  const { promised } = theme
  const scopes = promised?.scope === 'party' ? (['party'] as const) : (['society', 'party'] as const)
  return (
    <FormButton
      operation={themeContract.publiciseTheme}
      params={{ theme: theme.id }}
      initial={{ days: promised?.days, scope: promised?.scope }}
      label={say.publicise}
      main
    >
      <p>
        {say.checkedBy}：{theme.checkedBy}
      </p>
      <Form.Item name="days" label={say.noticeDays}>
        <InputNumber min={promised?.days ?? 1} max={60} />
      </Form.Item>
      <Form.Item name="scope" label={say.scope}>
        <Radio.Group options={scopes.map((value) => ({ value, label: say[value] }))} />
      </Form.Item>
    </FormButton>
  )
}

/** Check for secrets. */
export function SecretsCheck({ theme }: { theme: ShownTheme }) {
  const say = useSay(themeMessages)
  const frame = useSay(frameWords)
  return (
    <Part title={say.check}>
      <ChangeForm operation={themeContract.checkTheme} params={{ theme: theme.id }} submit={say.send}>
        <Form.Item name="result" label={frame.mark}>
          <Radio.Group options={(['clear', 'return'] as const).map((value) => ({ value, label: say[value] }))} />
        </Form.Item>
        <Comment phrases={theme.phrases} />
      </ChangeForm>
    </Part>
  )
}
