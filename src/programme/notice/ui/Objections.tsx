import { Button, Form, Input, Modal, Radio } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useChange } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Problem } from '#web/Problem.tsx'
import { FieldList, Mark, Part } from '#web/Screen.tsx'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'

type Objection = OutputOf<typeof noticeContract.listObjections>['rows'][number]

/** The objections to a notice; while one is open the notice cannot be closed. */
export function Objections({ rows }: { rows: Objection[] }) {
  const say = useSay(noticeMessages)
  return (
    <Part title={say.objections}>
      {rows.map((row) => (
        <One key={row.id} row={row} />
      ))}
    </Part>
  )
}

function One({ row }: { row: Objection }) {
  const say = useSay(noticeMessages)
  return (
    <article className="part">
      <FieldList
        fields={[
          { label: say.givenOn, value: row.way ? `${row.raisedOn} · ${say[row.way]}` : row.raisedOn },
          ...(row.text === null ? [] : [{ label: say.objectionText, value: row.text }]),
          { label: say.substance, value: row.substance ?? say.notPassedOn },
          {
            label: say.result,
            value: <Mark hot={row.result === null}>{row.result ? say[row.result] : say.unanswered}</Mark>,
          },
          { label: say.reply, value: row.reply },
        ]}
      />
      {row.allowed.includes('pass-on') && (
        <FormButton
          operation={noticeContract.passOnObjection}
          params={{ objection: row.id }}
          initial={{ substance: row.substance ?? '' }}
          label={say.passOn}
          small
        >
          <Form.Item name="substance" label={say.substance}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </FormButton>
      )}{' '}
      {row.allowed.includes('answer') && (
        <FormButton
          operation={noticeContract.answerObjection}
          params={{ objection: row.id }}
          initial={{ substance: row.substance ?? '' }}
          label={say.answer}
          small
        >
          <Form.Item name="result" label={say.result}>
            <Radio.Group options={(['upheld', 'not-upheld'] as const).map((value) => ({ value, label: say[value] }))} />
          </Form.Item>
          <Form.Item name="substance" label={say.substance}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item name="reply" label={say.reply}>
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        </FormButton>
      )}{' '}
      {row.allowed.includes('read-objector') && <Objector objection={row.id} />}
    </article>
  )
}

/** Asks for the name once; it is shown until the dialog is closed, and kept nowhere in the browser. */
function Objector({ objection }: { objection: string }) {
  const say = useSay(noticeMessages)
  const read = useChange(noticeContract.readObjector, { once: false })
  return (
    <>
      <Button size="small" loading={read.isPending} onClick={() => read.mutate({ objection })}>
        {say.readObjector}
      </Button>
      <Modal
        open={read.data !== undefined || read.error !== null}
        title={say.readObjector}
        footer={null}
        onCancel={() => read.reset()}
        destroyOnHidden
      >
        <p>{say.readObjectorWarning}</p>
        <Problem error={read.error} />
        {read.data && (
          <FieldList
            fields={[
              { label: say.objectorName, value: read.data.name },
              { label: say.objectorContact, value: read.data.contact },
            ]}
          />
        )}
      </Modal>
    </>
  )
}
