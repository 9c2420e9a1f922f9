import { Form, Input, Radio } from 'antd'
import { noticeMessages } from '#programme/notice/messages.ts'
import { Compared } from '#programme/notice/pages/Compared.tsx'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { useGo } from '#web/place.tsx'
import { Mark, Part } from '#web/Screen.tsx'
import { revisionContract } from '../contract-revision.ts'
import { yearlyContract } from '../contract-yearly.ts'
import { revisionMessages } from '../messages-revision.ts'
import { yearlyMessages } from '../messages-yearly.ts'
import { MarkChange } from '../pages/MarkChange.tsx'
import { revisionKinds } from '../rules/revision.ts'
import type { ShownTheme } from './ThemeParts.tsx'

/** What a revision is to replace, why, and both texts in two columns. */
export function Revision({ theme }: { theme: ShownTheme }) {
  const say = useSay(revisionMessages)
  const words = useSay(noticeMessages)
  const language = useLanguage()
  const { revision } = theme
  if (!revision) return null
  return (
    <Part title={say.replaces}>
      <p>
        <Mark>{say[revision.kind]}</Mark>
        <b>{say.reason}</b>：{revision.reason}
      </p>
      <Compared passages={revision.passages} say={words} />
      <MarkChange theme={theme} language={language} />
    </Part>
  )
}

/** Confirms the theme for this year, begins a revision, changes its reason, gives a draft up: what the branch's secretary may. */
export function RevisionVerbs({ theme }: { theme: ShownTheme }) {
  const say = useSay(revisionMessages)
  const yearly = useSay(yearlyMessages)
  const go = useGo()
  const { id, allowed, revision } = theme
  return (
    <>
      {theme.yearly?.mayConfirm && (
        <FormButton
          operation={yearlyContract.confirmTheme}
          params={{ theme: id }}
          label={yearly.confirm}
          title={`${yearly.thisYear} ${theme.yearly.year}`}
          main
        >
          <p>{yearly.question}</p>
          <Form.Item name="sentence" label={yearly.sentence} extra={yearly.sentenceHint}>
            <Input maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
      {theme.mayRevise && (
        <FormButton
          operation={revisionContract.reviseTheme}
          params={{ theme: id }}
          label={say.revise}
          submit={say.begin}
          onDone={(begun) => go(`/themes/${begun.id}`)}
        >
          <p>{say.reviseHint}</p>
          <ReasonFields />
        </FormButton>
      )}
      {revision && allowed.includes('change') && (
        <FormButton
          operation={revisionContract.explainRevision}
          params={{ theme: id }}
          label={say.explain}
          initial={{ kind: revision.kind, reason: revision.reason }}
        >
          <ReasonFields />
        </FormButton>
      )}
      {allowed.includes('abandon') && (
        <ActionButton operation={revisionContract.abandonTheme} input={{ theme: id }} confirm={say.abandonSure}>
          {say.abandon}
        </ActionButton>
      )}
    </>
  )
}

function ReasonFields() {
  const say = useSay(revisionMessages)
  const options = revisionKinds.map((value) => ({ value, label: `${say[value]}（${say[`${value}Hint`]}）` }))
  return (
    <>
      <Form.Item name="kind" label={say.kind} required>
        <Radio.Group options={options} vertical />
      </Form.Item>
      <Form.Item name="reason" label={say.reason} extra={say.reasonHint} required>
        <Input.TextArea rows={3} maxLength={600} />
      </Form.Item>
    </>
  )
}
