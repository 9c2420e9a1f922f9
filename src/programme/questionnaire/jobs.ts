import type { Jobs } from '#platform/capability.ts'
import { destroyKeys } from './keys.ts'
import { notEnded } from './store.ts'

export const questionnaireJobs: Jobs = {
  /** When one has ended, and every hour for what a crash between its end and this left behind. */
  async 'questionnaire.destroy-keys'(context) {
    destroyKeys(await notEnded(context))
  },
}
