import { Button, Checkbox, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { ChangeForm, FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Mark, Part } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { dispositions } from '../rules/answer.ts'

type Notice = OutputOf<typeof noticeContract.readNotice>
type Opinion = OutputOf<typeof noticeContract.listOpinions>['rows'][number]

/** The opinions on a notice: answered one by one, groundless ones many at once. */
export function Opinions({ notice }: { notice: Notice }) {
  const say = useSay(noticeMessages)
  const [chosen, setChosen] = useState<string[]>([])
  const [open, setOpen] = useState<Opinion | null>(null)
  const answers = notice.allowed.includes('answer')
  const choose = (row: Opinion) =>
    setChosen(chosen.includes(row.id) ? chosen.filter((id) => id !== row.id) : [...chosen, row.id])
  return (
    <Part
      title={say.opinions}
      actions={
        answers &&
        chosen.length > 0 && (
          <FormButton
            operation={noticeContract.closeGroundless}
            params={{ notice: notice.id }}
            toInput={(typed) => ({ ...typed, opinions: chosen })}
            label={`${say.closeGroundless}（${chosen.length}）`}
            onDone={() => setChosen([])}
          >
            <Form.Item name="reply" label={say.why}>
              <Input.TextArea rows={3} maxLength={1000} />
            </Form.Item>
            <Form.Item name="alike" valuePropName="checked">
              <Checkbox>{say.alike}</Checkbox>
            </Form.Item>
          </FormButton>
        )
      }
    >
      <DataTable
        operation={noticeContract.listOpinions}
        input={{ notice: notice.id }}
        rowKey={(row) => row.id}
        caption={say.opinions}
        columns={[
          {
            key: 'text',
            title: say.opinions,
            width: 260,
            render: (row) =>
              row.allowed.includes('answer') ? (
                <Checkbox checked={chosen.includes(row.id)} onChange={() => choose(row)}>
                  {row.text}
                </Checkbox>
              ) : (
                row.text
              ),
          },
          { key: 'number', title: say.number, render: (row) => row.number },
          { key: 'on', title: say.givenOn, render: (row) => row.givenOn },
          {
            key: 'by',
            title: say.by,
            render: (row) => `${row.by ?? (row.named ? say.named : say.unnamed)}${row.way ? ` · ${say[row.way]}` : ''}`,
          },
          {
            key: 'disposition',
            title: say.disposition,
            render: (row) => (
              <Mark hot={row.disposition === null}>{row.disposition ? say[row.disposition] : say.unanswered}</Mark>
            ),
          },
          { key: 'reply', title: say.reply, width: 220, render: (row) => row.reply && <Reply opinion={row} /> },
          {
            key: 'answer',
            title: say.answer,
            render: (row) =>
              row.allowed.includes('answer') && (
                <Button size="small" onClick={() => setOpen(row)}>
                  {say.answer}
                </Button>
              ),
          },
        ]}
      />
      <AnswerDrawer notice={notice} opinion={open} close={() => setOpen(null)} />
    </Part>
  )
}

function Reply({ opinion }: { opinion: Opinion }) {
  const say = useSay(noticeMessages)
  return (
    <>
      {opinion.reply}
      {opinion.asIn !== null && <p>{fill(say.sameWordsAs, { number: opinion.asIn })}</p>}
      {opinion.wordings.map(({ where, before, after }) => (
        <p key={where + before}>
          {where}：<del>{before}</del> → <ins>{after}</ins>
        </p>
      ))}
    </>
  )
}

function AnswerDrawer({ notice, opinion, close }: { notice: Notice; opinion: Opinion | null; close: () => void }) {
  const say = useSay(noticeMessages)
  const frame = useSay(frameWords)
  return (
    <Drawer
      open={opinion !== null}
      onClose={close}
      size={560}
      title={say.answer}
      closable={{ 'aria-label': frame.close }}
      destroyOnHidden
    >
      {opinion && (
        <>
          <p>{opinion.text}</p>
          <ChangeForm
            operation={noticeContract.answerOpinion}
            params={{ opinion: opinion.id }}
            submit={say.answer}
            onDone={close}
          >
            <Form.Item name="disposition" label={say.disposition}>
              <Radio.Group options={dispositions.map((value) => ({ value, label: say[value] }))} />
            </Form.Item>
            <Form.Item name="reply" label={say.reply}>
              <Input.TextArea rows={3} maxLength={1000} />
            </Form.Item>
            <Form.Item name="asIn" label={say.sameAs}>
              <InputNumber min={1} precision={0} />
            </Form.Item>
            <WordingFields notice={notice} />
          </ChangeForm>
        </>
      )}
    </Drawer>
  )
}

/** Which words change, for adopted opinions: the passage, the words as they stand, the words instead. */
function WordingFields({ notice }: { notice: Notice }) {
  const say = useSay(noticeMessages)
  return (
    <Form.List name="wordings">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="part">
              <legend>{say.changedWords}</legend>
              <Form.Item name={[name, 'where']} label={say.where}>
                <Select options={notice.body.map(({ label }) => ({ value: label, label }))} aria-label={say.where} />
              </Form.Item>
              <Form.Item name={[name, 'before']} label={say.before}>
                <Input maxLength={300} />
              </Form.Item>
              <Form.Item name={[name, 'after']} label={say.after}>
                <Input maxLength={300} />
              </Form.Item>
              <Button size="small" onClick={() => remove(name)}>
                {say.removeWording}
              </Button>
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add({})}>{say.addWording}</Button>
          </p>
        </>
      )}
    </Form.List>
  )
}
