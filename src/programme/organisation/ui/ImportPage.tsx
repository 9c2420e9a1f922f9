import { Button, Form, Input, Radio } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { useFilters, useGo, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { changes, importContract, importSheets } from '../contract-import.ts'
import { importingMessages } from '../messages-importing.ts'
import { takingBackMessages } from '../messages-taking-back.ts'
import { ImportPlan, ImportPosts, ImportRemarks } from './ImportLists.tsx'
import { ImportProgress, ImportText } from './ImportReading.tsx'

export type ShownImport = OutputOf<typeof importContract.readImport>

const views = ['problems', 'posts', 'plan', 'warnings'] as const
type View = (typeof views)[number]

/** One file: what is wrong in it or what it would do, and the next step for whoever looks at it. */
export function ImportPage() {
  const read = useRead(importContract.readImport, { import: useParam('import') }, { again: lookAgain })
  return <Shown read={read}>{(file) => <One file={file} />}</Shown>
}

/** A file goes on being read, or a long one being written, without the page. */
function lookAgain({ state, counts }: ShownImport): number | undefined {
  if (state === 'reading') return 1000
  return state === 'previewed' && counts.rows > LONG ? 2000 : undefined
}

const LONG = 5000

function One({ file }: { file: ShownImport }) {
  const say = useSay(importingMessages)
  const back = useSay(takingBackMessages)
  const [{ view }, setFilters] = useFilters({ view: '' })
  const offered = views.filter((each) => isOffered(each, file))
  const shown = offered.find((each) => each === view) ?? offered[0]
  return (
    <Screen
      title={file.fileName}
      lead={<Mark hot={file.allowed.length > 0}>{say[file.state]}</Mark>}
      actions={<Verbs file={file} />}
    >
      <Part title={say.imports}>
        <FieldList
          fields={[
            { label: say.uploaded, value: `${file.uploadedBy} · ${sayInstant(file.uploadedAt)}` },
            ...(file.appliedAt ? [{ label: say.applied, value: sayInstant(file.appliedAt) }] : []),
            ...(file.decidedBy
              ? [{ label: say.decided, value: `${file.decidedBy} · ${sayInstant(file.decidedAt)}` }]
              : []),
            ...(file.reason ? [{ label: say.reason, value: file.reason }] : []),
            ...(file.takenBack
              ? [{ label: back.takenBackBy, value: `${file.takenBack.by} · ${sayInstant(file.takenBack.at)}` }]
              : []),
            ...(file.takenBack ? [{ label: back.reason, value: file.takenBack.reason }] : []),
            ...(file.waiting > 0 ? [{ label: say.posts, value: fill(say.waits, { people: file.waiting }) }] : []),
          ]}
        />
      </Part>
      <ImportProgress file={file} />
      <ImportText file={file} />
      {file.state !== 'faulty' && file.state !== 'reading' && <Counted file={file} />}
      {offered.length > 0 && (
        <p>
          <Radio.Group
            optionType="button"
            aria-label={say.view}
            value={shown}
            onChange={(event) => setFilters({ view: event.target.value as View })}
            options={offered.map((each) => ({ value: each, label: `${say[each]} ${countOf(each, file) ?? ''}` }))}
          />
        </p>
      )}
      {(shown === 'problems' || shown === 'warnings') && <ImportRemarks file={file.id} kind={shown} />}
      {shown === 'plan' && <ImportPlan file={file.id} />}
      {shown === 'posts' && <ImportPosts file={file.id} />}
    </Screen>
  )
}

/** Posts stand first once they are to be decided on; a file that was given up keeps nothing to look at. */
function isOffered(view: View, { state, counts }: ShownImport): boolean {
  if (state === 'discarded' || state === 'reading') return false
  if (view === 'problems') return state === 'faulty'
  if (view === 'warnings') return counts.warnings > 0
  if (view === 'plan') return state !== 'faulty'
  return counts.posts > 0 && state !== 'faulty' && state !== 'previewed' && state !== 'taken-back'
}

function countOf(view: View, { counts }: ShownImport): number | undefined {
  return view === 'plan' ? undefined : counts[view]
}

function Counted({ file }: { file: ShownImport }) {
  const say = useSay(importingMessages)
  return (
    <Part title={say.counts}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={say.counts}>
        <table>
          <thead>
            <tr>
              <td />
              {changes.map((change) => (
                <th key={change} scope="col" className="right">
                  {say[change]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {importSheets.map((sheet) => (
              <tr key={sheet}>
                <th scope="row">{say[sheet]}</th>
                {changes.map((change) => (
                  <td key={change} className="right">
                    {file.counts[sheet][change]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}

function Verbs({ file }: { file: ShownImport }) {
  const say = useSay(importingMessages)
  const back = useSay(takingBackMessages)
  const must = useMust()
  const go = useGo()
  const input = { import: file.id }
  const { organisations, people, posts } = file.counts
  const sure = {
    organisations: organisations.new,
    organisationsChanged: organisations.changed,
    people: people.new,
    peopleChanged: people.changed,
    posts,
  }
  return (
    <>
      {file.state === 'faulty' && file.allowed.includes('discard') && (
        <ActionButton operation={importContract.downloadMarkedImport} input={input} main>
          {say.marked}
        </ActionButton>
      )}
      {file.allowed.includes('apply') && (
        <ActionButton operation={importContract.applyImport} input={input} confirm={fill(say.applySure, sure)} main>
          {say.apply}
        </ActionButton>
      )}
      {file.allowed.includes('preview') && (
        <ActionButton operation={importContract.previewImport} input={input}>
          {say.preview}
        </ActionButton>
      )}
      {file.allowed.includes('discard') && (
        <ActionButton
          operation={importContract.discardImport}
          input={input}
          confirm={say.discardSure}
          onDone={() => go('/imports')}
        >
          {say.discard}
        </ActionButton>
      )}
      {file.allowed.includes('confirm') && (
        <ActionButton
          operation={importContract.confirmImport}
          input={input}
          confirm={fill(say.confirmSure, { people: file.waiting })}
          main
        >
          {say.confirm}
        </ActionButton>
      )}
      {file.allowed.includes('refuse') && (
        <FormButton operation={importContract.refuseImport} params={input} label={say.refuse}>
          <Form.Item name="reason" label={say.reason} rules={must}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </FormButton>
      )}
      {file.allowed.includes('take-back') && (
        <Button onClick={() => go(`/imports/${file.id}/taking-back`)}>{back.takeBack}</Button>
      )}
    </>
  )
}
