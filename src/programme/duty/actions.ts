import type { Actions } from '#platform/context.ts'
import type { dutyContract } from './contract.ts'
import { dutiesFile } from './duties-file.ts'
import { countMine, dutiesWithinReach, dutyChoices, myDuties } from './reads-lists.ts'
import { dutyViews } from './views.ts'

export const dutyActions: Actions<typeof dutyContract> = {
  async listMyDuties(context, filter) {
    const { rows, next } = await myDuties(context, filter)
    return { rows: await dutyViews(context, rows), next, counts: await countMine(context) }
  },

  async listDuties(context, filter) {
    const { rows, next } = await dutiesWithinReach(context, filter)
    return { rows: await dutyViews(context, rows), next, total: null }
  },

  async exportDuties(context, filter) {
    return dutiesFile(context, filter)
  },

  async readDutyChoices(context) {
    const { kinds, ...rest } = await dutyChoices(context)
    const title = (kind: (typeof kinds)[number]) => (context.language === 'zh' ? kind.title_zh : kind.title_en)
    return { kinds: kinds.map((kind) => ({ kind: kind.name, title: title(kind) })), ...rest }
  },
}
