import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark } from '#web/Screen.tsx'
import { changes, importContract, importSheets } from '../contract-import.ts'
import { organisationMessages } from '../messages.ts'
import { importingMessages } from '../messages-importing.ts'

type Entry = OutputOf<typeof importContract.listImportPlan>['rows'][number]

/** What is wrong in the file, or worth a look: where, what stands there, and why. */
export function ImportRemarks({ file, kind }: { file: string; kind: 'problems' | 'warnings' }) {
  const say = useSay(importingMessages)
  return (
    <DataTable
      operation={importContract.listImportProblems}
      input={{ import: file, kind }}
      rowKey={(row) => String(row.no)}
      caption={say[kind]}
      empty={say.nothingWrong}
      columns={[
        {
          key: 'place',
          title: say.place,
          render: (row) => (row.row === 0 ? row.sheet : `${row.sheet} ${fill(say.row, { row: row.row })}`),
        },
        {
          key: 'column',
          title: say.column,
          render: (row) => [row.column, row.address].filter(Boolean).join(' ') || '—',
        },
        { key: 'message', title: say.what, render: (row) => row.message },
        { key: 'value', title: say.value, render: (row) => row.value || say.empty },
      ]}
    />
  )
}

/** What the file would do, row by row, and what it leaves out. */
export function ImportPlan({ file }: { file: string }) {
  const say = useSay(importingMessages)
  const posts = useSay(organisationMessages)
  const [filters, setFilters] = useFilters({ change: '', sheet: '' })
  return (
    <>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          { name: 'change', label: say.change, options: changes.map((value) => ({ value, label: say[value] })) },
          { name: 'sheet', label: say.sheet, options: importSheets.map((value) => ({ value, label: say[value] })) },
        ]}
      />
      <DataTable
        operation={importContract.listImportPlan}
        input={{ import: file, ...given(filters) } as { import: string }}
        rowKey={(row) => String(row.no)}
        caption={say.plan}
        columns={[
          { key: 'name', title: say.name, render: (row) => <Named entry={row} /> },
          {
            key: 'change',
            title: say.change,
            render: (row) => <Mark hot={row.change === 'new' || row.change === 'changed'}>{say[row.change]}</Mark>,
          },
          { key: 'changes', title: say.changes, render: (row) => <Changes entry={row} /> },
          { key: 'belongs', title: say.belongs, render: (row) => row.organisation },
          { key: 'staffNo', title: say.staffNo, render: (row) => row.staffNo },
          { key: 'posts', title: say.posts, render: (row) => postsOf(row) },
          {
            key: 'row',
            title: say.sheet,
            render: ({ sheet, row }) => `${say[sheet]} ${row > 0 ? fill(say.row, { row }) : ''}`,
          },
        ]}
      />
    </>
  )

  function postsOf({ posts: given }: Entry) {
    if (given.length === 0) return null
    return given
      .map(({ post, organisation, fromOn, replaces }) => {
        const said = `${posts[post]}（${organisation}，${fromOn ?? say.fromEffect}）`
        return replaces ? `${said}${fill(say.replaces, { name: replaces })}` : said
      })
      .join('；')
  }
}

/** Whatever is on record can be opened from here. */
function Named({ entry: { name, sheet, subject } }: { entry: Entry }) {
  if (subject === null) return name
  const place = sheet === 'organisations' ? `/organisations/${subject}` : `/people?search=${encodeURIComponent(name)}`
  return <DeskLink to={place}>{name}</DeskLink>
}

function Changes({ entry }: { entry: Entry }) {
  const say = useSay(importingMessages)
  // a file leaves out what an act dissolves; the topmost one is not dissolved
  if (entry.change === 'absent' && entry.sheet === 'organisations' && entry.subject !== null && entry.organisation)
    return <DeskLink to={`/reorganisations/new?kind=dissolve&id=${entry.subject}`}>{say.dissolve}</DeskLink>
  if (entry.change !== 'changed') return '—'
  const said = entry.fields.map(
    ({ label, before, after }) => `${label}：${before ?? say.empty} → ${after ?? say.empty}`,
  )
  return [...said, ...(entry.returns ? [say.returns] : [])].join('；') || '—'
}

/** The posts that the file gives, for the security administrator to look at. */
export function ImportPosts({ file }: { file: string }) {
  const say = useSay(importingMessages)
  const posts = useSay(organisationMessages)
  return (
    <DataTable
      operation={importContract.listImportPosts}
      input={{ import: file }}
      rowKey={(row) => row.id}
      caption={say.posts}
      columns={[
        { key: 'person', title: say.people, render: (row) => row.person },
        { key: 'post', title: say.post, render: (row) => posts[row.post] },
        { key: 'organisation', title: say.at, render: (row) => row.organisation },
        { key: 'fromOn', title: say.fromOn, render: (row) => row.fromOn },
        {
          key: 'replaces',
          title: say.change,
          render: (row) => row.replaces && fill(say.replaces, { name: row.replaces.name }),
        },
        {
          key: 'state',
          title: say.state,
          render: (row) => <Mark hot={row.state === 'waiting'}>{say[`${row.state}-post`]}</Mark>,
        },
        { key: 'staffNo', title: say.staffNo, render: (row) => row.staffNo },
      ]}
    />
  )
}
