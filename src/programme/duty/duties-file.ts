import { fill, labelsIn } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { Problem } from '#platform/errors.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { dutyMessages } from './messages.ts'
import { type DutyFilter, dutiesWithinReach } from './reads-lists.ts'
import { dutyViews } from './views.ts'

const MOST = 5000

type View = Awaited<ReturnType<typeof dutyViews>>[number]

/** The duties that the filter finds as a workbook, in the order of the list, with both persons responsible. */
export async function dutiesFile(context: Context, filter: Omit<DutyFilter, 'cursor' | 'limit'>) {
  const { rows, next } = await dutiesWithinReach(context, { ...filter, limit: MOST })
  if (next) throw new Problem(409, 'duty.too-many-to-export', { details: { most: MOST } })
  const say = labelsIn(dutyMessages, context.language)
  const text = (key: string, heading: string, width: number) => ({ key, heading, width, kind: 'text' as const })
  const who = (holder: View['primary']) => {
    if (holder.state === 'none-above') return say.noneAbove
    return holder.state === 'vacant' ? say.vacant : holder.person.name
  }
  const stands = ({ standing }: View) => {
    if (standing.state === 'late') return `${say.daysLate} ${standing.daysLate} ${say.days}`
    if (standing.state === 'open') return say.open
    if (standing.state === 'void') return `${say.void}：${standing.reason}`
    return `${standing.late ? say.doneLate : say.doneInTime} ${standing.doneOn}`
  }
  const bytes = await writeWorkbook({
    language: context.language,
    sheets: [
      {
        name: say.duties,
        title: `${say.duties} ${context.today}`,
        notes: [fill(say.asOn, { day: context.today })],
        columns: [
          text('duty', say.duty, 24),
          text('about', say.about, 40),
          text('organisation', say.organisation, 36),
          text('region', say.region, 10),
          { key: 'dueOn', heading: say.dueOn, width: 12, kind: 'day' },
          text('standing', say.standing, 22),
          text('direct', say.direct, 12),
          text('primary', say.primary, 12),
        ],
        rows: (await dutyViews(context, rows)).map((row) => [
          row.title,
          row.about || null,
          row.organisation.name,
          row.region,
          row.dueOn,
          stands(row),
          who(row.direct),
          who(row.primary),
        ]),
      },
    ],
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${say.duties}-${context.today}.xlsx`, type, bytes: new Uint8Array(bytes) }
}
