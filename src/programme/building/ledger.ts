import { labelsIn } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { Problem } from '#platform/errors.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { buildingMessages } from './messages.ts'
import { type RecordFilter, recordsSeen } from './reads.ts'
import { sayFigure } from './rules/record.ts'
import { rowView } from './view.ts'

const MOST = 20_000

/** The ledger as a workbook: the records that the filter finds, the latest first. */
export async function ledgerFile(context: Context, filter: RecordFilter) {
  const { rows, next } = await recordsSeen(context, { ...filter, limit: MOST })
  if (next) throw new Problem(409, 'building.too-many-to-export', { details: { most: MOST } })
  const say = labelsIn(buildingMessages, context.language)
  const columns = [
    { key: 'organisation', heading: say.organisation, kind: 'text' as const, width: 30 },
    { key: 'happenedOn', heading: say.happenedOn, kind: 'day' as const, width: 12 },
    { key: 'kind', heading: say.kind, kind: 'text' as const, width: 14 },
    { key: 'sentence', heading: say.sentence, kind: 'text' as const, width: 60 },
    { key: 'force', heading: say.force, kind: 'text' as const, width: 10 },
    { key: 'figures', heading: say.figures, kind: 'text' as const, width: 30 },
    { key: 'documentNumber', heading: say.documentNumber, kind: 'text' as const, width: 20 },
    { key: 'learntFrom', heading: say.learntFrom, kind: 'text' as const, width: 30 },
    { key: 'confirmation', heading: say.confirmed, kind: 'text' as const, width: 10 },
    { key: 'enteredBy', heading: say.enteredBy, kind: 'text' as const, width: 10 },
    { key: 'enteredAt', heading: say.enteredAt, kind: 'text' as const, width: 18 },
  ]
  const bytes = await writeWorkbook({
    language: context.language,
    sheets: [
      {
        name: say.ledger,
        columns,
        rows: rows
          .map((row) => rowView(context, row))
          .map((row) => [
            row.organisation.name,
            row.happenedOn,
            say[row.kind],
            row.sentence,
            row.force ? say[row.force] : null,
            row.figures.map((figure) => sayFigure(figure, say)).join('；') || null,
            row.documentNumber,
            row.learntFrom?.name ?? null,
            row.confirmation ? say.yes : null,
            row.enteredBy,
            `${row.enteredAt.slice(0, 10)} ${row.enteredAt.slice(11, 16)}`,
          ]),
      },
    ],
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${say.ledger}-${context.today}.xlsx`, type, bytes: new Uint8Array(bytes) }
}
