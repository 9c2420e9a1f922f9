import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { Compared } from '../pages/Compared.tsx'
import { replyAt, Stretches } from '../pages/Stretches.tsx'
import { Found } from './Found.tsx'
import { Objections } from './Objections.tsx'
import { Opinions } from './Opinions.tsx'
import { PaperVoices } from './PaperVoices.tsx'
import { periodFields, Running } from './Running.tsx'

/** One notice at the desk: what is disclosed, what was said, and the answers. */
export function NoticePage() {
  const say = useSay(noticeMessages)
  const notice = useParam('notice')
  const read = useRead(noticeContract.readNotice, { notice })
  const { data } = read
  return (
    <Screen
      title={data?.title ?? say.notice}
      lead={data && <Mark hot={data.state === 'over'}>{say[data.outcome ?? data.state]}</Mark>}
      actions={
        <>
          {data?.subjectKind === 'theme' && data.allowed.includes('listen') && (
            <DeskLink to={`/themes/${data.subjectId}`}>{say.toSubject}</DeskLink>
          )}
          {data?.opens && <a href={data.opens}>{say.opens}</a>}
          {data && <Running notice={data} />}
        </>
      }
    >
      <Shown read={read}>
        {(view) => (
          <>
            <Part title={say.notice}>
              <FieldList
                fields={[
                  ...periodFields(view, say),
                  ...(view.takenDown ? [{ label: say.takenDownWhy, value: view.takenDown }] : []),
                  { label: say.office, value: view.office.name },
                  { label: say.checkedBy, value: view.checkedBy },
                  ...view.body.map(({ label, text }) => ({ label, value: text })),
                ]}
              />
            </Part>
            {view.replaces && (
              <Part title={say.sideBySide}>
                <p>
                  <b>{say.revisionReason}</b>：{view.replaces.reason}
                </p>
                <Compared passages={view.replaces.passages} say={say} />
              </Part>
            )}
            <Found notice={view} />
            {view.changed.length > 0 && (
              <Part title={say.changedText}>
                <FieldList
                  fields={view.changed.map(({ label, stretches }) => ({
                    label,
                    value: (
                      <Stretches
                        stretches={stretches}
                        say={say}
                        {...(view.digest && { hrefOf: (number) => replyAt(view.id, number) })}
                      />
                    ),
                  }))}
                />
              </Part>
            )}
            {view.allowed.includes('answer') && <PaperVoices notice={view} />}
            {view.allowed.includes('listen') && <Voices notice={view} />}
          </>
        )}
      </Shown>
    </Screen>
  )
}

/** What was said, in one go, so that nothing moves while it loads. */
function Voices({ notice }: { notice: OutputOf<typeof noticeContract.readNotice> }) {
  const objections = useRead(noticeContract.listObjections, { notice: notice.id })
  return (
    <Shown read={objections}>
      {({ rows }) => (
        <>
          {rows.length > 0 && <Objections rows={rows} />}
          <Opinions notice={notice} />
        </>
      )}
    </Shown>
  )
}
