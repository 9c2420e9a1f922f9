import type { Jobs } from '#platform/capability.ts'
import { openProposals } from './duties.ts'

export const themeJobs: Jobs = {
  /** Every hour: cycles open, branches are set up. */
  async 'theme.open-duties'(context) {
    await openProposals(context)
  },
}
