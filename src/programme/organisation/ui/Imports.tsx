import { Button, Form, Radio } from 'antd'
import { useRef } from 'react'
import { fill } from '#basics/messages.ts'
import { sent, useChange, useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Problem, Shown } from '#web/Problem.tsx'
import { DeskLink, useGo } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { importContract, importSheets } from '../contract-import.ts'
import { importingMessages } from '../messages-importing.ts'

/** Files of organisations and people: the template, sending one in, and what became of those before. */
export function Imports() {
  const say = useSay(importingMessages)
  const frame = useSay(frameWords)
  const read = useRead(importContract.listImports, { limit: 1 })
  return (
    <Screen
      title={say.imports}
      lead={
        <>
          {say.importsLead}
          <br />
          <b>{frame.secret}</b>
        </>
      }
    >
      {/* together with the list, so that nothing moves when it is known what this person may do */}
      <Shown read={read}>
        {({ allowed }) =>
          allowed.includes('bring') ? <Sending mayExport={allowed.includes('export')} /> : <Brought />
        }
      </Shown>
    </Screen>
  )
}

function Brought() {
  const say = useSay(importingMessages)
  return (
    <DataTable
      operation={importContract.listImports}
      input={{}}
      rowKey={(row) => row.id}
      caption={say.imports}
      empty={say.noneYet}
      columns={[
        {
          key: 'file',
          title: say.fileName,
          render: (row) => <DeskLink to={`/imports/${row.id}`}>{row.fileName}</DeskLink>,
        },
        {
          key: 'state',
          title: say.state,
          render: (row) => (
            <>
              <Mark hot={row.allowed.length > 0}>{say[row.state]}</Mark>
              {row.waiting > 0 && fill(say.waits, { people: row.waiting })}
            </>
          ),
        },
        {
          key: 'contents',
          title: say.contents,
          render: ({ state, counts }) =>
            state === 'reading'
              ? '—'
              : state === 'faulty'
                ? `${say.problems} ${counts.problems}`
                : fill(say.summary, {
                    organisations: counts.organisations.new + counts.organisations.changed,
                    people: counts.people.new + counts.people.changed,
                    posts: counts.posts,
                  }),
        },
        { key: 'by', title: say.uploaded, render: (row) => `${row.uploadedBy} ${sayInstant(row.uploadedAt)}` },
        {
          key: 'decided',
          title: say.decided,
          render: (row) => row.decidedBy && `${row.decidedBy} ${sayInstant(row.decidedAt)}`,
        },
      ]}
    />
  )
}

function Sending({ mayExport }: { mayExport: boolean }) {
  const say = useSay(importingMessages)
  const go = useGo()
  const chosen = useRef<HTMLInputElement>(null)
  const change = useChange(importContract.uploadImport)
  const send = async (file: File | undefined) => {
    if (!file) return
    const input = { file: await sent(file) }
    change.mutate(input, { onSuccess: ({ id }) => go(`/imports/${id}`) })
  }
  return (
    <>
      <section className="part">
        <Problem error={change.error} />
        <input
          ref={chosen}
          type="file"
          accept=".xlsx,.csv,.txt"
          hidden
          aria-label={say.upload}
          onChange={(event) => {
            void send(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <ActionButton operation={importContract.downloadImportTemplate} input={{}}>
          {say.template}
        </ActionButton>{' '}
        <Button type="primary" disabled={change.isPending} onClick={() => chosen.current?.click()}>
          {say.upload}
        </Button>{' '}
        {mayExport && (
          <ActionButton operation={importContract.exportOrganisations} input={{ as: 'workbook', encoding: 'utf-8' }}>
            {say.export}
          </ActionButton>
        )}{' '}
        {mayExport && (
          <FormButton
            operation={importContract.exportOrganisations}
            params={{}}
            label={say.exportText}
            submit={say.exportText}
            initial={{ as: 'people', encoding: 'utf-8' }}
          >
            <Form.Item name="as" label={say.table}>
              <Radio.Group options={importSheets.map((value) => ({ value, label: say[value] }))} />
            </Form.Item>
            <Form.Item name="encoding" label={say.encoding} extra={say.encodingHelp}>
              <Radio.Group
                options={[
                  { value: 'utf-8', label: say['utf-8'] },
                  { value: 'gb18030', label: say.gb18030 },
                ]}
              />
            </Form.Item>
          </FormButton>
        )}
      </section>
      {change.isPending ? (
        <p className="waiting" role="status">
          {say.looking}
        </p>
      ) : (
        <Brought />
      )}
    </>
  )
}
