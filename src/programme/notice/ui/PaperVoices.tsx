import { Form, Input, Radio } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Mark, Part } from '#web/Screen.tsx'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { voiceKinds, ways } from '../rules/paper.ts'

type Notice = OutputOf<typeof noticeContract.readNotice>
type Entry = OutputOf<typeof noticeContract.listPaperVoices>['rows'][number]

/** What came by mailbox, letter, telephone or visit: typed in by one, compared by another, then like any other. */
export function PaperVoices({ notice }: { notice: Notice }) {
  const say = useSay(noticeMessages)
  return (
    <Part
      title={say.paperVoices}
      actions={
        notice.state !== 'closed' && (
          <FormButton
            operation={noticeContract.enterPaperVoice}
            params={{ notice: notice.id }}
            initial={{ kind: 'opinion', way: 'letter' }}
            label={say.enterPaper}
          >
            <EntryFields />
          </FormButton>
        )
      }
    >
      <p>{say.paperHint}</p>
      <DataTable
        operation={noticeContract.listPaperVoices}
        input={{ notice: notice.id }}
        rowKey={(row) => row.id}
        caption={say.paperVoices}
        empty={say.noPaper}
        columns={[
          { key: 'text', title: say.paperText, width: 260, render: (row) => row.text },
          { key: 'kind', title: say.paperKind, render: (row) => say[`${row.kind}Kind`] },
          { key: 'by', title: say.enteredBy, render: (row) => `${row.enteredBy} ${row.enteredOn}` },
          {
            key: 'state',
            title: say.state,
            render: (row) =>
              row.struck ? (
                `${say.struck}：${row.struck.reason}（${row.struck.by} ${row.struck.on}）`
              ) : (
                <Mark hot>{say.waitsForAnother}</Mark>
              ),
          },
          { key: 'doing', title: say.doing, render: (row) => <Doing row={row} /> },
        ]}
      />
    </Part>
  )
}

function Doing({ row }: { row: Entry }) {
  const say = useSay(noticeMessages)
  const params = { paperVoice: row.id }
  if (row.allowed.length === 0) return null
  return (
    <div className="verbs">
      {row.allowed.includes('confirm') && (
        <FormButton operation={noticeContract.confirmPaperVoice} params={params} label={say.confirmPaper} small>
          <p>{say.confirmHint}</p>
          <blockquote>{row.text}</blockquote>
          <KeyFields />
        </FormButton>
      )}
      {row.allowed.includes('strike') && (
        <FormButton operation={noticeContract.strikePaperVoice} params={params} label={say.strike} small>
          <Form.Item name="reason" label={say.why}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
      {row.allowed.includes('mend') && row.typed && (
        <FormButton
          operation={noticeContract.mendPaperVoice}
          params={params}
          initial={{ ...row.typed, kind: row.kind, text: row.text }}
          label={say.mend}
          small
        >
          <EntryFields />
        </FormButton>
      )}
    </div>
  )
}

/** What is typed twice: by whoever enters it and by whoever compares it. */
function KeyFields() {
  const say = useSay(noticeMessages)
  return (
    <>
      <Form.Item name="kind" label={say.paperKind}>
        <Radio.Group options={voiceKinds.map((value) => ({ value, label: say[`${value}Kind`] }))} />
      </Form.Item>
      <Form.Item name="way" label={say.way}>
        <Radio.Group options={ways.map((value) => ({ value, label: say[value] }))} />
      </Form.Item>
      <Form.Item name="givenOn" label={say.paperGivenOn}>
        <DayInput />
      </Form.Item>
      <Form.Item name="name" label={say.paperName}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </>
  )
}

function EntryFields() {
  const say = useSay(noticeMessages)
  return (
    <>
      <KeyFields />
      <Form.Item name="contact" label={say.paperContact}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="text" label={say.paperText}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </>
  )
}
