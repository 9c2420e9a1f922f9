import { Button, Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { InputOf, Operation, OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { useRead } from './api.ts'
import { useSay } from './language.ts'
import { Problem } from './Problem.tsx'
import { useFilters } from './place.tsx'
import { frameWords } from './words.ts'

export interface DataColumn<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  width?: number
  align?: 'right' | 'center'
}

/** An operation that answers a page of rows. */
type RowOf<O extends Operation> = OutputOf<O> extends { rows: (infer Row)[] } ? Row : never

/**
 * A list the server pages: numbered rows, first column and head stay in sight, cards instead of a table on narrow screens.
 * The page and its size live in the address as `after`, `from` and `size`.
 */
export function DataTable<O extends Operation>({
  operation,
  input,
  columns,
  rowKey,
  empty,
  caption,
}: {
  operation: O
  /** Path parameters and filters; cursor and limit are added. */
  input: Omit<InputOf<O>, 'cursor' | 'limit'>
  columns: DataColumn<RowOf<O>>[]
  rowKey: (row: RowOf<O>) => string
  empty?: ReactNode
  /** What the list is, for those who hear it; the window's title when not given. */
  caption?: string
}) {
  const say = useSay(frameWords)
  const [{ after, from, size }, setPlace] = useFilters({ after: '', from: '0', size: '20' })
  const [trail, setTrail] = useState<string[]>([])
  const limit = [20, 50, 100].includes(Number(size)) ? Number(size) : 20
  const read = useRead(operation, { ...input, limit, ...(after && { cursor: after }) } as unknown as InputOf<O>, {
    keep: true,
  })
  const narrow = useNarrow()
  const answer = read.data as { rows: RowOf<O>[]; next: string | null; total: number | null } | undefined
  const rows = answer?.rows ?? []
  const start = Number(from) || 0
  // a key of its own: the same paragraph with other words would count as one that moved
  const nothing = (
    <p className="empty" key="empty">
      {empty ?? say.nothing}
    </p>
  )
  const forward = () => {
    setTrail([...trail, after])
    setPlace({ after: answer?.next ?? '', from: String(start + rows.length) })
  }
  const back = () => {
    const before = trail.at(-1) ?? ''
    setTrail(trail.slice(0, -1))
    setPlace({ after: before, from: before ? String(Math.max(0, start - limit)) : '' })
  }
  if (read.error && !answer) return <Problem error={read.error} again={() => void read.refetch()} />
  return (
    <div className="data" aria-busy={read.isFetching}>
      {narrow ? (
        <CardList rows={rows} columns={columns} rowKey={rowKey} waiting={read.isPending} nothing={nothing} />
      ) : (
        <Grid
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          start={start}
          waiting={read.isPending}
          nothing={nothing}
          caption={caption}
        />
      )}
      {!read.isPending && (
        <div className="paging">
          <span aria-live="polite">
            {answer?.total != null && fill(say.total, { total: answer.total })}{' '}
            {rows.length > 0 && fill(say.rowsShown, { from: start + 1, to: start + rows.length })}
          </span>
          <Button disabled={!after} onClick={back}>
            {say.previous}
          </Button>{' '}
          <Button disabled={!answer?.next} onClick={forward}>
            {say.next}
          </Button>{' '}
          <Select
            aria-label={say.perPage}
            value={limit}
            onChange={(value) => {
              setTrail([])
              setPlace({ size: String(value) } as { size: string })
            }}
            options={[20, 50, 100].map((value) => ({ value, label: `${value}` }))}
          />
        </div>
      )}
    </div>
  )
}

/** A list that is all there already: a table, or cards on narrow screens. */
export function WholeTable<Row>({
  empty,
  caption,
  ...list
}: Pick<ListParts<Row>, 'rows' | 'columns' | 'rowKey'> & { empty: ReactNode; caption: string }) {
  const parts = { ...list, waiting: false, nothing: <p className="empty">{empty}</p> }
  return useNarrow() ? <CardList {...parts} /> : <Grid {...parts} start={0} caption={caption} />
}

interface ListParts<Row> {
  rows: Row[]
  columns: DataColumn<Row>[]
  rowKey: (row: Row) => string
  waiting: boolean
  nothing: ReactNode
}

function Grid<Row>({
  rows,
  columns,
  rowKey,
  start,
  waiting,
  nothing,
  caption,
}: ListParts<Row> & { start: number; caption: string | undefined }) {
  const say = useSay(frameWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-wrap" tabIndex={0} aria-label={caption ?? say.list}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {say.no}
            </th>
            {columns.map(({ key, title, width, align }) => (
              <th key={key} scope="col" className={align} style={{ minWidth: width }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)}>
              <td className="number">{start + index + 1}</td>
              {columns.map(({ key, render, align }, place) => {
                const shown = render(row)
                const said = isNothing(shown) ? '—' : shown
                return place === 0 ? (
                  <th key={key} scope="row" className={align}>
                    {said}
                  </th>
                ) : (
                  <td key={key} className={align}>
                    {said}
                  </td>
                )
              })}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length + 1}>
                {waiting ? (
                  <p className="waiting" key="waiting">
                    {say.loading}
                  </p>
                ) : (
                  nothing
                )}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

function CardList<Row>({ rows, columns, rowKey, waiting, nothing }: ListParts<Row>) {
  const say = useSay(frameWords)
  const [first, ...rest] = columns
  if (waiting)
    return (
      <p className="waiting" key="waiting">
        {say.loading}
      </p>
    )
  if (rows.length === 0) return <>{nothing}</>
  return (
    <ul className="row-cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <p className="row-title">{first?.render(row)}</p>
          <dl className="fields">
            {rest.map(({ key, title, render }) => {
              const shown = render(row)
              if (isNothing(shown)) return null
              return (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd>{shown}</dd>
                </div>
              )
            })}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function isNothing(shown: ReactNode): boolean {
  return shown === null || shown === undefined || shown === false || shown === ''
}

/** Whether there is room for cards only. */
export function useNarrow(): boolean {
  const query = '(max-width: 719px)'
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    // a phone that is turned must not close a dialog of the list, with what is typed in it
    const note = () => document.querySelector('[role=dialog]') === null && setNarrow(media.matches)
    // addEventListener on media queries came after the oldest kernel we serve
    media.addListener(note)
    return () => media.removeListener(note)
  }, [])
  return narrow
}
