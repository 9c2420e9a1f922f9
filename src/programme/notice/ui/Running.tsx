import { Form, Input, InputNumber } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { sayEnd, sayExtension, sayNamed } from '../rules/say-end.ts'

type Notice = OutputOf<typeof noticeContract.readNotice>
type Labels = Record<keyof typeof noticeMessages.labels, string>

/** What the office can do while people may speak: give more time, take it back inside the Party. */
export function Running({ notice }: { notice: Notice }) {
  return (
    <>
      {notice.allowed.includes('extend') && <Extend notice={notice} />}
      {notice.allowed.includes('narrow') && <Narrow notice={notice} />}
    </>
  )
}

function Extend({ notice }: { notice: Notice }) {
  const say = useSay(noticeMessages)
  return (
    <FormButton
      operation={noticeContract.extendNotice}
      params={{ notice: notice.id }}
      initial={{ days: 3 }}
      toInput={(typed) => ({ ...typed, lastDay: notice.lastDay })}
      label={say.extend}
    >
      <p>{fill(say.extendHint, { day: notice.lastDay })}</p>
      <Form.Item name="days" label={say.extendDays}>
        <InputNumber min={1} max={60} precision={0} />
      </Form.Item>
      <Form.Item name="reason" label={say.extendReason}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <Form.Item name="document" label={say.extendDocument}>
        <Input maxLength={60} />
      </Form.Item>
    </FormButton>
  )
}

function Narrow({ notice }: { notice: Notice }) {
  const say = useSay(noticeMessages)
  return (
    <FormButton operation={noticeContract.narrowNotice} params={{ notice: notice.id }} label={say.narrow}>
      <p>{say.narrowSure}</p>
      <Form.Item name="reason" label={say.why}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormButton>
  )
}

/** The period with its extensions, what its end rests on, and to whom it is disclosed. */
export function periodFields(notice: Notice, say: Labels) {
  const { scope, within, narrowed, extensions, extendedDays } = notice
  const longer = extendedDays > 0 ? `，${fill(say.extendedDays, { days: extendedDays })}` : ''
  const because = [notice.provisional ? say.provisional : '', sayEnd(notice, say)].filter(Boolean).join('；')
  const named = sayNamed(notice.end.named, say)
  return [
    { label: say.scope, value: say[scope] },
    ...(scope === 'party' ? [{ label: say.within, value: `${within.name}${say.withinAll}` }] : []),
    ...(narrowed ? [{ label: say.narrowedOn, value: `${narrowed.on}：${narrowed.reason}` }] : []),
    {
      label: say.period,
      value: `${notice.postedOn} — ${notice.lastDay} 24:00，${notice.days} ${say.workingDays}${longer}`,
    },
    ...(because ? [{ label: say.endRests, value: because }] : []),
    ...(named ? [{ label: say.endNamed, value: named }] : []),
    ...(extensions.length > 0 ? [{ label: say.firstLastDay, value: `${notice.firstLastDay} 24:00` }] : []),
    ...extensions.map((each, index) => ({
      label: extensions.length > 1 ? `${say.extensions} ${index + 1}` : say.extensions,
      value: `${sayExtension(each, say)}\n${say.why}：${each.reason}${each.document ? `（${each.document}）` : ''}`,
    })),
  ]
}
