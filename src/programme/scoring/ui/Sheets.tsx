import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { DeskLink, useGo } from '#web/place.tsx'
import { Mark, Part, Screen } from '#web/Screen.tsx'
import { scoringContract } from '../contract.ts'
import { scoringMessages } from '../messages.ts'
import { FileButton } from './FileButton.tsx'

type Errors = OutputOf<typeof scoringContract.importSheet>['errors']

/** The rule sheets within reach; an office imports one from Excel and sees every error by its cell. */
export function Sheets() {
  const say = useSay(scoringMessages)
  const me = useMe()
  const go = useGo()
  const [errors, setErrors] = useState<Errors>([])
  const offices = me.posts.filter(({ post, organisationKind }) => post === 'office' && organisationKind !== 'branch')
  return (
    <Screen
      title={say.sheets}
      lead={offices.length > 0 && say.secret}
      actions={
        <>
          <ActionButton operation={scoringContract.downloadSheetTemplate} input={{ filled: 'false' }}>
            {say.template}
          </ActionButton>{' '}
          <ActionButton operation={scoringContract.downloadSheetTemplate} input={{ filled: 'true' }}>
            {say.example}
          </ActionButton>{' '}
          {offices.map(({ organisation, organisationName }) => (
            <FileButton
              key={organisation}
              operation={scoringContract.importSheet}
              params={{ organisation }}
              label={offices.length > 1 ? `${say.import} · ${organisationName}` : say.import}
              onDone={({ sheet, errors: found }) => {
                setErrors(found)
                if (sheet) go(`/sheets/${sheet.id}`)
              }}
            />
          ))}
        </>
      }
    >
      {errors.length > 0 && (
        <Part title={say.errors}>
          <CellErrors errors={errors} lead={fill(say.errorsFound, { count: errors.length })} />
        </Part>
      )}
      <DataTable
        operation={scoringContract.listSheets}
        input={{}}
        rowKey={(row) => row.id}
        caption={say.sheets}
        empty={say.empty}
        columns={[
          {
            key: 'title',
            title: say.title,
            render: (row) => <DeskLink to={`/sheets/${row.id}`}>{row.title}</DeskLink>,
          },
          { key: 'code', title: say.code, render: (row) => row.code },
          { key: 'number', title: say.number, render: (row) => row.number, align: 'right' },
          { key: 'year', title: say.year, render: (row) => row.year },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          {
            key: 'state',
            title: say.state,
            render: (row) => <Mark hot={row.allowed.length > 0}>{say[row.state]}</Mark>,
          },
          { key: 'importedAt', title: say.importedAt, render: (row) => row.importedAt.slice(0, 10) },
        ]}
      />
    </Screen>
  )
}

/** What is wrong in a file, cell by cell. */
export function CellErrors({ errors, lead }: { errors: Errors; lead: string }) {
  const say = useSay(scoringMessages)
  return (
    <div role="alert">
      <p>⚠ {lead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={say.errors}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.worksheet}</th>
              <th scope="col" className="right">
                {say.row}
              </th>
              <th scope="col">{say.column}</th>
              <th scope="col">{say.problem}</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, 200).map(({ sheet, row, column, message }) => (
              <tr key={`${sheet} ${row} ${column} ${message}`}>
                <td>{sheet}</td>
                <td className="right">{row || ''}</td>
                <td>{column}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
