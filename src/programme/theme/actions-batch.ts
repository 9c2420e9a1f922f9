import type { Actions } from '#platform/context.ts'
import { accept, permit } from '#platform/errors.ts'
import type { batchContract } from './contract-batch.ts'
import { workOf } from './reads-work.ts'
import { lookAt, passOne, rowOf } from './reviewing.ts'
import { lookedAtEach } from './rules/batch.ts'
import { may, turnOf } from './rules/permissions.ts'
import { themeFrom } from './store.ts'
import { rowViews, themeView } from './views.ts'

export const batchActions: Actions<typeof batchContract> = {
  async listMyReviews(context, filter) {
    const { rows, next } = await workOf(context, { ...filter, list: 'review' })
    return { rows: await rowViews(context, rows), next, total: null }
  },

  async lookAtTheme(context, { theme: id, batch }) {
    const row = await rowOf(context, id)
    const theme = themeFrom(row)
    permit(may(context.actor, 'review', theme))
    const { round, stage } = accept(turnOf(context.actor, theme))
    const look = lookAt(context, batch, { theme: id, round, stage })
    return { look, round, stage, theme: await themeView(context, row) }
  },

  async passThemes(context, { batch, items }) {
    const opened = items.map((item) => ({ ...item, looked: item.look === lookAt(context, batch, item) }))
    const seen = accept(lookedAtEach(opened))
    const passed: string[] = []
    const left: { theme: string; name: string; reason: string }[] = []
    // in the order of ids, so that two batches at once do not wait for each other
    for (const { theme, look: _, looked: __, ...item } of [...seen].sort((a, b) => (a.theme < b.theme ? -1 : 1))) {
      const result = await passOne(context, { theme, ...item })
      if (result.ok) passed.push(theme)
      else left.push({ theme, name: result.name, reason: result.reason })
    }
    return { passed, left }
  },
}
