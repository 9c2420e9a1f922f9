import { type Actions, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { runningOperations } from './contract-running.ts'
import { followExtension } from './duties.ts'
import { businessOf, noticeById, subjectOf } from './reads.ts'
import { calendarFor, countedOf } from './reads-period.ts'
import { extend } from './rules/period.ts'
import { mayHandle } from './rules/permissions.ts'
import { mayNarrow, narrow } from './rules/scope.ts'
import * as store from './store.ts'
import { noticeView } from './views.ts'

export const runningActions: Actions<typeof runningOperations> = {
  async extendNotice(context, { notice, days, reason, document = null, lastDay }) {
    const row = await store.loadNotice(context, notice)
    permit(mayHandle(context.actor, businessOf(row)))
    const by = { now: context.now, calendar: await calendarFor(context, [row]) }
    const counted = accept(extend(store.noticeFrom(row), countedOf(row), { days, lastDay }, by))
    await store.saveExtension(context, row, { days, reason, document }, counted)
    const told = { days, reason, document, before: lastDay, lastDay: counted.lastDay }
    await writeHistory(context, 'notice.extended', subjectOf(row), told)
    await followExtension(context, notice, counted.lastDay)
    return noticeView(context, found(await noticeById(context, notice)))
  },

  async narrowNotice(context, { notice, reason }) {
    const row = await store.loadNotice(context, notice)
    permit(mayNarrow(context.actor, businessOf(row), row.within_path))
    accept(narrow(row))
    await store.saveNarrowed(context, notice, reason)
    await writeHistory(context, 'notice.narrowed', subjectOf(row), { reason })
    return noticeView(context, found(await noticeById(context, notice)))
  },
}
