import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ChangeForm } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink, useGo, useParam } from '#web/place.tsx'
import { Part, Screen } from '#web/Screen.tsx'
import { importContract } from '../contract-import.ts'
import { takingBackContract } from '../contract-taking-back.ts'
import { importingMessages } from '../messages-importing.ts'
import { takingBackMessages } from '../messages-taking-back.ts'

type Back = OutputOf<typeof takingBackContract.readTakingBack>

/** Taking a file back: what would be undone, what stands in the way, and the reason. */
export function TakingBack() {
  const id = useParam('import')
  const say = useSay(takingBackMessages)
  const read = useRead(takingBackContract.readTakingBack, { import: id })
  return (
    <Screen title={say.takingBack} lead={say.lead}>
      <p>
        <DeskLink to={`/imports/${id}`}>{say.backToFile}</DeskLink>
      </p>
      <Shown read={read}>
        {(back) => (
          <>
            <Undone back={back} />
            {back.hindrances.length > 0 ? <InTheWay back={back} /> : <Asking id={id} />}
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Undone({ back: { counts } }: { back: Back }) {
  const say = useSay({ ...importingMessages, labels: { ...importingMessages.labels, ...takingBackMessages.labels } })
  const rows = [
    { key: 'organisations', ceases: counts.organisations.new, returns: counts.organisations.changed },
    { key: 'people', ceases: counts.people.new, returns: counts.people.changed },
    { key: 'units', ceases: counts.units, returns: 0 },
  ] as const
  return (
    <Part title={say.undone}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={say.undone}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col" className="right">
                {say.wouldCease}
              </th>
              <th scope="col" className="right">
                {say.wouldReturn}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, ceases, returns }) => (
              <tr key={key}>
                <th scope="row">{say[key]}</th>
                <td className="right">{ceases}</td>
                <td className="right">{returns}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {counts.posts > 0 && <p>{fill(say.postsEnd, { posts: counts.posts })}</p>}
      {counts.secretaries > 0 && <p>{fill(say.secretariesReturn, { people: counts.secretaries })}</p>}
    </Part>
  )
}

function InTheWay({ back: { hindrances, more } }: { back: Back }) {
  const say = useSay(takingBackMessages)
  return (
    <Part title={say.inTheWay}>
      <p>{say.inTheWayNote}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={say.inTheWay}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.whose}</th>
              <th scope="col">{say.why}</th>
            </tr>
          </thead>
          <tbody>
            {hindrances.map((each) => (
              <tr key={`${each.because} ${each.subject} ${each.what}`}>
                <th scope="row">
                  <DeskLink to={placeOf(each)}>{each.name}</DeskLink>
                </th>
                <td>
                  {each.what === null || each.because === 'acted'
                    ? say[each.because]
                    : fill(say.times, { what: each.what, count: each.count })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more && <p>{say.more}</p>}
    </Part>
  )
}

function placeOf({ sheet, subject, name }: Back['hindrances'][number]): string {
  return sheet === 'organisations' ? `/organisations/${subject}` : `/${sheet}?search=${encodeURIComponent(name)}`
}

function Asking({ id }: { id: string }) {
  const say = useSay(takingBackMessages)
  const must = useMust()
  const go = useGo()
  return (
    <Part title={say.nothingInTheWay}>
      <Working id={id} />
      <ChangeForm
        operation={takingBackContract.takeBackImport}
        params={{ import: id }}
        submit={say.takeBack}
        onDone={() => go(`/imports/${id}`)}
      >
        <p>{say.sure}</p>
        <Form.Item name="reason" label={say.reason} rules={must} extra={say.reasonHelp}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </ChangeForm>
    </Part>
  )
}

/** How far it has come, while a long file is taken back. */
function Working({ id }: { id: string }) {
  const say = useSay(takingBackMessages)
  const read = useRead(importContract.readImport, { import: id }, { again: () => 2000 })
  const written = read.data?.progress?.written ?? 0
  return written > 0 ? <p role="status">{fill(say.working, { rows: written })}</p> : null
}
