import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import { Mark } from '#web/Screen.tsx'
import { scoringContract } from '../contract.ts'
import { scoringMessages } from '../messages.ts'
import type { LintTable } from '../rules/lint-found.ts'

type View = OutputOf<typeof scoringContract.readSheet>['lints'][number]

/** What is unwise at a row; a bar that a legal office lifted says who, when and why. */
export function LintLine({ sheet, lint }: { sheet: string; lint: View }) {
  const say = useSay(scoringMessages)
  const must = useMust()
  const { severity, table, code, said, lifted, allowed } = lint
  return (
    <li>
      <Mark hot={severity === 'error' && !lifted}>{say[severity]}</Mark> {say[table as LintTable]} {code}：{said}{' '}
      {lifted && <b>{fill(say.liftedSaid, lifted)}</b>}
      {allowed.includes('lift') && (
        <FormButton
          label={say.lift}
          title={`${say.lift} · ${code}`}
          small
          operation={scoringContract.liftBar}
          params={{ sheet }}
          toInput={(typed) => ({ ...typed, table, code })}
        >
          <p>{say.liftHint}</p>
          <Form.Item name="legalOffice" label={say.legalOffice} rules={must}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="document" label={say.liftDocument} rules={must}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="decidedOn" label={say.decidedOn} rules={must}>
            <DayInput />
          </Form.Item>
          <Form.Item name="reason" label={say.liftReason} rules={must}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </FormButton>
      )}
    </li>
  )
}
