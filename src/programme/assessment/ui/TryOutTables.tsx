import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Mark, Part } from '#web/Screen.tsx'
import type { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

type View = OutputOf<typeof assessmentContract.readTryOut>

/** Levels, lines, items and groups of a trial. */
export function TryOutTables({ view }: { view: View }) {
  const say = useSay(assessmentMessages)
  return (
    <>
      <div className="halves">
        <Part title={say.levelsTitle}>
          <WholeTable
            rows={[...view.levels, ...(view.open > 0 ? [{ level: say.openScores, before: 0, after: view.open }] : [])]}
            rowKey={({ level }) => level}
            caption={say.levelsTitle}
            empty="—"
            columns={[
              { key: 'level', title: say.level, render: ({ level }) => level },
              { key: 'before', title: say.beforeWord, render: ({ before }) => before, align: 'right' },
              { key: 'after', title: say.afterWord, render: ({ after }) => after, align: 'right' },
            ]}
          />
        </Part>
        <Part title={say.linesTitle}>
          <WholeTable
            rows={view.lines}
            rowKey={({ level }) => level}
            caption={say.linesTitle}
            empty="—"
            columns={[
              { key: 'line', title: say.line, render: ({ level, atLeast }) => `${level} ≥ ${atLeast}` },
              {
                key: 'above',
                title: fill(say.aboveLine, { hair: view.hair }),
                render: ({ above }) => above,
                align: 'right',
              },
              {
                key: 'below',
                title: fill(say.belowLine, { hair: view.hair }),
                render: ({ below }) => below,
                align: 'right',
              },
            ]}
          />
        </Part>
      </div>
      <div className="halves">
        <Part title={say.itemsTitle}>
          <WholeTable
            rows={view.items}
            rowKey={({ code }) => code}
            caption={say.itemsTitle}
            empty="—"
            columns={[
              { key: 'item', title: say.item, render: ({ code, name }) => `${code} ${name}` },
              { key: 'results', title: say.results, render: ({ results }) => results, align: 'right' },
              { key: 'decides', title: say.decides, render: ({ decides }) => decides, align: 'right' },
              {
                key: 'remark',
                title: say.remark,
                render: ({ separates, alone }) =>
                  separates ? alone && <Mark hot>{say.decidesAlone}</Mark> : <Mark>{say.separatesNobody}</Mark>,
              },
            ]}
          />
        </Part>
        <Part title={say.groupsTitle}>
          <WholeTable
            rows={view.groups}
            rowKey={({ by, name }) => `${by} ${name}`}
            caption={say.groupsTitle}
            empty="—"
            columns={[
              {
                key: 'name',
                title: say.groupName,
                render: ({ by, name }) => `${by === 'region' ? say.region : say.byKind} · ${name ?? say.noName}`,
              },
              ...(['base', 'up', 'down', 'same'] as const).map((key) => ({
                key,
                title: say[key],
                render: (row: View['groups'][number]) => row[key],
                align: 'right' as const,
              })),
              { key: 'near', title: say.nearLine, render: ({ near }) => near, align: 'right' },
            ]}
          />
        </Part>
      </div>
    </>
  )
}
