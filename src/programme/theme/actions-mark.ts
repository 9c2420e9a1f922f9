import type { Actions, Context } from '#platform/context.ts'
import { accept, found, Problem, permit } from '#platform/errors.ts'
import { keepFile, sendEvidence } from '#support/evidence/actions.ts'
import { redrawn } from '#support/evidence/redraw.ts'
import type { markContract } from './contract-mark.ts'
import { themeById } from './reads.ts'
import { may } from './rules/permissions.ts'
import { change } from './rules/theme.ts'
import { takeStep } from './steps.ts'
import { loadTheme, saveMark } from './store.ts'
import { themeView } from './views.ts'

const MOST_BYTES = 2 * 1024 * 1024
/** No side is longer: it stands small beside a name, and large on a page of its own. */
const MOST_PIXELS = 512

export const markActions: Actions<typeof markContract> = {
  async saveMark(context, { theme: id, file, words }) {
    const theme = await changeable(context, id)
    if (file.bytes.length > MOST_BYTES) throw new Problem(413, 'theme.mark-too-large', { details: { most: '2 MB' } })
    const drawn = await redrawn(file.bytes, MOST_PIXELS)
    if (!drawn.ok) throw new Problem(415, drawn.reason, { details: drawn.details ?? {} })
    const bytes = new Uint8Array(drawn.value)
    const { id: evidence } = await keepFile(context, theme.branch, { name: '标识.png', bytes })
    await saveMark(context, id, { id: evidence, words })
    await takeStep(context, id, 'changed', 'secretary', theme.branch)
    return view(context, id)
  },

  async removeMark(context, { theme: id }) {
    const theme = await changeable(context, id)
    await saveMark(context, id, null)
    await takeStep(context, id, 'changed', 'secretary', theme.branch)
    return view(context, id)
  },

  async downloadMark(context, { theme }) {
    return sendEvidence(context, found(found(await themeById(context, theme)).mark_id))
  },
}

async function changeable(context: Context, id: string) {
  const theme = await loadTheme(context, id)
  permit(may(context.actor, 'change', theme))
  return accept(change(theme, theme.texts))
}

async function view(context: Context, id: string) {
  return themeView(context, found(await themeById(context, id)))
}
