import type { Jobs } from '#platform/capability.ts'
import { openMeetings } from './duties.ts'

export const buildingJobs: Jobs = {
  /** Every hour: months and quarters begin, cycles open, branches are set up. */
  async 'building.open-duties'(context) {
    await openMeetings(context)
  },
}
