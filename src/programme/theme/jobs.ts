import type { Jobs } from '#platform/capability.ts'
import { openProposals } from './duties.ts'
import { compareRecent, countWords } from './nearing.ts'

export const themeJobs: Jobs = {
  /** Every hour: cycles open, branches are set up. */
  async 'theme.open-duties'(context) {
    await openProposals(context)
  },
  /** Each night: how common each word is among the themes. */
  async 'theme.count-words'(context) {
    await countWords(context)
  },
  /** Every hour: themes that were handed in at the same moment, and those from before there were keys. */
  async 'theme.compare-recent'(context) {
    if (await compareRecent(context)) await context.enqueue('theme.compare-recent', {})
  },
}
