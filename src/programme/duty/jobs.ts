import type { Jobs } from '#platform/capability.ts'
import { writeHolders } from './store.ts'

/** As many as one transaction writes in about a second. */
const MOST = 5000

export const dutyJobs: Jobs = {
  /** Every hour, so that a day missed while the server was down is made up for; what is left goes to the next job. */
  async 'duty.write-down'(context) {
    if ((await writeHolders(context, { most: MOST })) === MOST) await context.enqueue('duty.write-down', {})
  },
}
