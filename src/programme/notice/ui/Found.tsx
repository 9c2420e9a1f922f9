import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { FieldList, Part } from '#web/Screen.tsx'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'

/** How people find the notice and reach the office: its address, code and printed form, and the lines printed on it. */
export function Found({ notice }: { notice: OutputOf<typeof noticeContract.readNotice> }) {
  const say = useSay(noticeMessages)
  const { contact } = notice
  return (
    <Part title={say.code} actions={<a href={`/notices/${notice.id}/print`}>{say.print}</a>}>
      <div className="beside-code">
        <img src={`/api/notices/${notice.id}/code`} width="132" height="132" alt={`${say.code} ${notice.link}`} />
        <FieldList
          fields={[
            { label: say.link, value: <a href={`/notices/${notice.id}`}>{notice.link}</a> },
            { label: say.mailbox, value: contact.mailbox },
            { label: say.address, value: contact.address },
            { label: say.hotline, value: contact.hotline },
          ]}
        />
      </div>
    </Part>
  )
}

/** For each office that the person is of: how it is reached. */
export function Contacts() {
  const me = useMe()
  return me.posts
    .filter(({ post }) => post === 'office')
    .map(({ organisation, organisationName }) => (
      <ContactButton key={organisation} organisation={organisation} name={organisationName} />
    ))
}

function ContactButton({ organisation, name }: { organisation: string; name: string }) {
  const say = useSay(noticeMessages)
  const read = useRead(noticeContract.readNoticeContact, { organisation })
  if (!read.data) return null
  return (
    <FormButton
      operation={noticeContract.setNoticeContact}
      params={{ organisation }}
      initial={read.data}
      toInput={(typed) => typed}
      label={say.contact}
      title={`${say.contact} · ${name}`}
    >
      <p>{say.contactHint}</p>
      {(['issuer', 'address', 'hotline', 'mailbox'] as const).map((field) => (
        <Form.Item key={field} name={field} label={say[field]}>
          <Input maxLength={field === 'issuer' || field === 'hotline' ? 40 : 80} />
        </Form.Item>
      ))}
    </FormButton>
  )
}
