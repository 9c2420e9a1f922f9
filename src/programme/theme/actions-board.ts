import { dayOf, daysBetween } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { Actions, Context } from '#platform/context.ts'
import { permit } from '#platform/errors.ts'
import { boardFile } from './board-file.ts'
import type { boardContract } from './contract-board.ts'
import { type BoardRow, boardRows, countBoard, unitsOnBoard } from './reads-board.ts'
import { type BoardStage, boardStages, mayReadBoard, stageOn } from './rules/board.ts'

export type BoardRowView = OutputOf<typeof boardContract.listBoard>['rows'][number]

export const boardActions: Actions<typeof boardContract> = {
  async listBoard(context, filter) {
    permit(mayReadBoard(context.actor))
    const { rows, next } = await boardRows(context, filter)
    return { rows: rows.map((row) => view(context, row)), next, total: null }
  },

  async readBoard(context) {
    permit(mayReadBoard(context.actor))
    const counted = await countBoard(context)
    const regions = [...new Set(counted.map(({ region }) => region))].map((region) => {
      const own = counted.filter((each) => each.region === region)
      return { region, total: sum(own), stages: byStage(own) }
    })
    return { total: sum(counted), stages: byStage(counted), regions, units: await unitsOnBoard(context) }
  },

  async exportBoard(context, filter) {
    permit(mayReadBoard(context.actor))
    return boardFile(context, filter, (row) => view(context, row))
  },
}

type Counted = { stage: BoardStage; count: number }

function sum(counted: readonly Counted[]): number {
  return counted.reduce((total, { count }) => total + count, 0)
}

function byStage(counted: readonly Counted[]): Counted[] {
  return boardStages.map((stage) => ({ stage, count: sum(counted.filter((each) => each.stage === stage)) }))
}

function view(context: Context, row: BoardRow): BoardRowView {
  return {
    branch: { id: row.id, name: row.name },
    region: row.region,
    unit: row.unit,
    stage: stageOn(row.force_id === null ? null : (row.brand_stage ?? 'build'), row.way_state),
    inForce: inForceView(row),
    underWay: underWayView(context, row),
  }
}

function inForceView({
  force_id,
  force_name,
  effective_on,
  brand_stage,
  stage_since,
}: BoardRow): BoardRowView['inForce'] {
  if (force_id === null) return null
  const knownOn = brand_stage === 'make-known' ? stage_since : null
  return { theme: { id: force_id, name: force_name! }, since: effective_on!, knownOn }
}

function underWayView({ today }: Context, row: BoardRow): BoardRowView['underWay'] {
  if (row.way_state === null) return null
  const seen = {
    theme: { id: row.way_id!, name: row.way_name! },
    waitedDays: Math.max(0, daysBetween(dayOf(row.since!), today)),
  }
  switch (row.way_state) {
    case 'draft':
      return { stage: 'drafting' }
    case 'submitted':
      return { stage: 'in-review', ...seen, at: { id: row.at_id!, name: row.at_name! } }
    case 'returned':
      return { stage: 'sent-back', ...seen }
    case 'passed':
      return { stage: 'in-check', ...seen }
    case 'checked':
      return { stage: 'to-disclose', ...seen }
    case 'noticed':
      return { stage: 'on-notice', ...seen, notice: row.notice_id!, lastDay: row.last_day! }
  }
}
