import type { InputOf, OutputOf } from '#basics/contract.ts'
import { given, useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { boardContract } from '../contract-board.ts'
import { boardMessages } from '../messages-board.ts'
import { boardStages } from '../rules/board.ts'
import { nowOn } from '../rules/board-words.ts'

type Filter = Omit<InputOf<typeof boardContract.listBoard>, 'cursor' | 'limit'>
type Row = OutputOf<typeof boardContract.listBoard>['rows'][number]
type Counts = OutputOf<typeof boardContract.readBoard>

/** 品牌一览: how far the brand of each branch has come; every count opens to its branches. */
export function Board() {
  const say = useSay(boardMessages)
  const [filters, setFilters] = useFilters({ stage: '', region: '', unit: '', search: '' })
  const counts = useRead(boardContract.readBoard, {}, { keep: true })
  const filter = given(filters) as Filter
  return (
    <Screen
      title={say.board}
      lead={say.lead}
      actions={
        <ActionButton operation={boardContract.exportBoard} input={filter}>
          {say.export}
        </ActionButton>
      }
    >
      <Shown read={counts}>
        {(board) => (
          <>
            <Progress board={board} chosen={filters} choose={setFilters} />
            <FilterBar
              value={filters}
              onChange={setFilters}
              fields={[
                {
                  name: 'stage',
                  label: say.stage,
                  options: boardStages.map((value) => ({ value, label: say[value] })),
                },
                {
                  name: 'region',
                  label: say.region,
                  options: board.regions.flatMap(({ region }) => (region ? [{ value: region, label: region }] : [])),
                },
                {
                  name: 'unit',
                  label: say.unit,
                  options: board.units.map(({ id, name }) => ({ value: id, label: name })),
                },
                { name: 'search', label: say.search },
              ]}
            />
            <DataTable
              operation={boardContract.listBoard}
              input={filter}
              rowKey={(row) => row.branch.id}
              caption={say.board}
              empty={say.nothing}
              columns={[
                { key: 'branch', title: say.branch, render: (row) => row.branch.name },
                { key: 'region', title: say.region, width: 80, render: (row) => row.region },
                { key: 'unit', title: say.unit, render: (row) => row.unit },
                {
                  key: 'stage',
                  title: say.stage,
                  width: 110,
                  render: (row) => <Mark hot={row.stage === 'none'}>{say[row.stage]}</Mark>,
                },
                { key: 'theme', title: say.theme, render: (row) => <ThemeLink row={row} /> },
                { key: 'now', title: say.detail, render: (row) => nowOn(row, say) },
              ]}
            />
          </>
        )}
      </Shown>
    </Screen>
  )
}

interface Chosen {
  stage: string
  region: string
}

/** Rows are regions, columns stages; each number shows the branches it counts. */
function Progress({
  board,
  chosen,
  choose,
}: {
  board: Counts
  chosen: Chosen
  choose: (change: Partial<Chosen & { unit: string; search: string }>) => void
}) {
  const say = useSay(boardMessages)
  const lines = [
    { region: '', label: say.all, ...board },
    ...board.regions.map((each) => ({ ...each, region: each.region ?? null, label: each.region ?? say.noRegion })),
  ]
  const cell = (region: string | null, stage: string, count: number) => {
    // branches without a region cannot be asked for by it
    if (count === 0 || region === null) return count
    const on = chosen.stage === stage && chosen.region === region
    return (
      <button
        type="button"
        className="as-link"
        aria-pressed={on}
        onClick={() => choose({ stage, region, unit: '', search: '' })}
      >
        {count}
      </button>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="part table-wrap" tabIndex={0} aria-label={say.byRegion}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.region}</th>
            <th scope="col" className="right">
              {say.count}
            </th>
            {boardStages.map((stage) => (
              <th key={stage} scope="col" className="right">
                {say[stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ region, label, total, stages }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="right">{cell(region, '', total)}</td>
              {stages.map(({ stage, count }) => (
                <td key={stage} className="right">
                  {cell(region, stage, count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ThemeLink({ row: { inForce, underWay } }: { row: Row }) {
  const shown = inForce?.theme ?? (underWay && 'theme' in underWay ? underWay.theme : null)
  return shown && <DeskLink to={`/themes/${shown.id}`}>{shown.name}</DeskLink>
}
