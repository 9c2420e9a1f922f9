import { Form, Input, Radio } from 'antd'
import { ChangeForm } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Part } from '#web/Screen.tsx'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { gateMessages } from '../messages-gate.ts'
import { type Answers, questions } from '../rules/questions.ts'
import { Comment } from './Comment.tsx'
import type { ShownTheme } from './ThemeParts.tsx'

/** The sheet of a review: each question beside what the branch wrote, then the decision. */
export function ReviewSheet({ theme }: { theme: ShownTheme }) {
  const say = useSay(gateMessages)
  const labels = useSay(themeMessages)
  return (
    <Part title={labels.review}>
      <ChangeForm
        operation={themeContract.reviewTheme}
        params={{ theme: theme.id }}
        submit={labels.send}
        toInput={(typed) => ({ ...typed, answers: given(typed.answers as Typed), stage: theme.stage })}
      >
        <Questions theme={theme} />
        <Form.Item
          name="result"
          label={say.decision}
          required
          extra={theme.results.includes('reject') ? undefined : say.onlyReturn}
        >
          <Radio.Group options={theme.results.map((value) => ({ value, label: labels[value] }))} />
        </Form.Item>
        <Comment phrases={theme.phrases} />
      </ChangeForm>
    </Part>
  )
}

export type Typed = { [Question in keyof Answers]?: { answer?: 'yes' | 'no'; remark?: string } } | undefined

/** Only what was answered or remarked. */
export function given(typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const { answer, remark } = typed?.[question] ?? {}
      return answer || remark ? [[question, { answer, remark: remark ?? '' }]] : []
    }),
  )
}

/** Each question, what the branch wrote, yes or no, and room for a remark. */
export function Questions({ theme }: { theme: ShownTheme }) {
  const say = useSay(gateMessages)
  const labels = useSay(themeMessages)
  return (
    <fieldset className="sheet">
      <legend>{say.sheet}</legend>
      <p className="screen-lead">
        {say.sheetHint} {say.remarkHint}。
      </p>
      {questions.map((question) => (
        <div key={question} className="sheet-line">
          <div>
            <b>{say[`question.${question}`]}</b>
            <p>
              {labels[question]}：{theme.texts[question] || say.notWritten}
            </p>
          </div>
          <Form.Item name={['answers', question, 'answer']}>
            <Radio.Group
              aria-label={say[`question.${question}`]}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: say[value] }))}
            />
          </Form.Item>
          <Form.Item name={['answers', question, 'remark']}>
            <Input
              aria-label={`${say[`question.${question}`]}${say.remark}`}
              placeholder={say.remark}
              maxLength={200}
            />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  )
}
