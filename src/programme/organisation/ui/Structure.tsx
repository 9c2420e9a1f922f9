import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { listsBy } from '#basics/lists.ts'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Screen } from '#web/Screen.tsx'
import { structureContract } from '../contract-structure.ts'
import { organisationMessages } from '../messages.ts'
import { structureMessages } from '../messages-structure.ts'

type Row = OutputOf<typeof structureContract.readStructure>['rows'][number]

/** The organisations of a day as a tree, by the address: `?on=2007-06-30`. */
export function Structure() {
  const say = useSay(structureMessages)
  const [filters, setFilters] = useFilters({ on: '' })
  const on = filters.on ? { on: filters.on } : {}
  const read = useRead(structureContract.readStructure, on, { keep: true })
  return (
    <Screen
      title={say.structure}
      lead={say.structureLead}
      actions={
        <ActionButton operation={structureContract.exportStructure} input={on}>
          {say.exportStructure}
        </ActionButton>
      }
    >
      <FilterBar value={filters} onChange={setFilters} fields={[{ name: 'on', label: say.asOf, kind: 'day' }]} />
      <Shown read={read}>{({ on: day, rows }) => <Tree key={day} day={day} rows={rows} />}</Shown>
    </Screen>
  )
}

function Tree({ day, rows }: { day: string; rows: Row[] }) {
  const say = useSay(structureMessages)
  const [all, setAll] = useState<boolean | null>(null)
  if (rows.length === 0) return <p className="empty">{say.noStructure}</p>
  const below = hung(rows)
  return (
    <>
      <p className="verbs">
        <span>
          {say.asOf} {day}
        </span>{' '}
        <Button size="small" onClick={() => setAll(true)}>
          {say.openAll}
        </Button>
        <Button size="small" onClick={() => setAll(false)}>
          {say.closeAll}
        </Button>
      </p>
      <Branches rows={below.get(null) ?? []} below={below} level={0} all={all} day={day} />
    </>
  )
}

interface Shape {
  below: Map<string | null, Row[]>
  level: number
  /** All open, all closed, or the first level open. */
  all: boolean | null
  day: string
}

function Branches({ rows, ...shape }: Shape & { rows: Row[] }) {
  return (
    <ul className="structure">
      {rows.map((row) => (
        <Node key={`${row.id} ${shape.all}`} row={row} {...shape} />
      ))}
    </ul>
  )
}

function Node({ row, below, level, all, day }: Shape & { row: Row }) {
  const say = useSay(structureMessages)
  const under = below.get(row.id) ?? []
  // what is not here yet is asked for one by one, when somebody wants to see it
  const [open, setOpen] = useState(row.more ? false : (all ?? level < 1))
  return (
    <li>
      {(under.length > 0 || row.more) && (
        <button
          type="button"
          className="fold"
          aria-expanded={open}
          aria-label={fill(open ? say.foldUp : say.unfold, { name: row.name })}
          onClick={() => setOpen(!open)}
        >
          {open ? '▾' : '▸'}
        </button>
      )}
      <Place row={row} />
      {open && under.length > 0 && <Branches rows={under} below={below} level={level + 1} all={all} day={day} />}
      {open && row.more && <Rest row={row} level={level} day={day} />}
    </li>
  )
}

/** What stands below one of which only itself was told. */
function Rest({ row, level, day }: { row: Row; level: number; day: string }) {
  const read = useRead(structureContract.readStructure, { on: day, below: row.id })
  return (
    <Shown read={read}>
      {({ rows }) => {
        const below = hung(rows)
        return <Branches rows={below.get(row.id) ?? []} below={below} level={level + 1} all={null} day={day} />
      }}
    </Shown>
  )
}

/** The rows by what they hang on here; at the top what hangs on nothing that is told. */
function hung(rows: Row[]): Map<string | null, Row[]> {
  const there = new Set(rows.map(({ id }) => id))
  return listsBy(rows, ({ parent }) => (parent && there.has(parent) ? parent : null))
}

function Place({ row }: { row: Row }) {
  const say = { ...useSay(organisationMessages), ...useSay(structureMessages) }
  const kinds = useSay(organisationMessages)
  const notes = [
    kinds[row.kind],
    row.region,
    row.units.map(({ name }) => name).join('、'),
    row.secretary && fill(say.secretaryIs, { name: row.secretary }),
    row.kind !== 'branch' && fill(say.branchCount, { count: row.branches }),
  ].filter(Boolean)
  return (
    <>
      <DeskLink to={`/organisations/${row.id}`}>{row.name}</DeskLink> <small>{notes.join(' · ')}</small>
    </>
  )
}
