import type { Jobs } from '#platform/capability.ts'
import { sweepOld } from './store.ts'

export const accountJobs: Jobs = {
  async 'account.sweep'(context) {
    await sweepOld(context)
  },
}
