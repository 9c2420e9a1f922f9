import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import type { buildingContract } from '../contract.ts'
import { buildingMessages } from '../messages.ts'
import { sayFigure } from '../rules/record.ts'

type Row = OutputOf<typeof buildingContract.listRecords>['rows'][number]

/** One record in a few lines. */
export function RecordCard({ row, language, linked = true }: { row: Row; language: Language; linked?: boolean }) {
  const say = labelsIn(buildingMessages, language)
  return (
    <>
      <p className="meta">
        {sayDay(row.happenedOn, language)} <span className="tag">{say[row.kind]}</span>
        {row.force && <span className="tag">{say[row.force]}</span>}
        {row.kind === 'problem-solved' && (
          <span className="tag">{row.confirmation ? say.confirmed : say.notConfirmed}</span>
        )}
        {row.task && (
          <a className="tag" href={`/my/tasks/${row.task.id}`}>
            {row.task.name}
          </a>
        )}
        {row.state === 'withdrawn' && <span className="tag hot">{say.withdrawn}</span>}
      </p>
      <p>{linked ? <a href={`/my/records/${row.id}`}>{row.sentence}</a> : row.sentence}</p>
      {(row.figures.length > 0 || row.documentNumber || row.learntFrom) && (
        <p className="meta">
          {[
            ...row.figures.map((figure) => sayFigure(figure, say)),
            row.documentNumber,
            row.learntFrom && `${say.learntFrom}：${row.learntFrom.name}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </>
  )
}
