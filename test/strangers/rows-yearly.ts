import { yearlyContract } from '#programme/theme/contract-yearly.ts'
import { as, openedCycle, theme } from './acts.ts'
import { concerned } from './rows-theme.ts'
import type { Ground, Table } from './table.ts'

/** The programme year in which the branches were asked; the theme of huangpu is in force. */
async function asked(ground: Ground): Promise<{ cycle: string; theme: string }> {
  const id = await theme(ground, 'in-force')
  const cycle = await openedCycle(ground)
  await (await as(ground, 'office@root')).ask(yearlyContract.openPrompt, { cycle, dueOn: '2026-12-31' })
  return { cycle, theme: id }
}

const everyPost = ['secretary', 'office', 'confidentiality'] as const
const looking = everyPost.flatMap((post) => [`${post}@own`, `${post}@child`] as const)

export const yearlyRows: Table = {
  readStory: {
    nobody: 404,
    at: 'root',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => {
      await theme(ground, 'in-force')
      return { story: ground.organisations.huangpu }
    },
  },
  readPrompt: {
    at: 'root',
    sees: 'all',
    may: [...looking],
    input: async (ground) => ({ cycle: await openedCycle(ground) }),
  },
  listPrompted: {
    at: 'root',
    sees: 'all',
    may: [...looking],
    input: async (ground) => ({ cycle: await openedCycle(ground), limit: 5 }),
  },
  openPrompt: {
    at: 'root',
    sees: 'all',
    may: ['office@own'],
    input: async (ground) => ({ cycle: await openedCycle(ground), dueOn: '2026-12-31' }),
  },
  confirmTheme: {
    at: 'huangpu',
    sees: concerned,
    may: ['secretary@own'],
    input: async (ground) => ({ theme: (await asked(ground)).theme, sentence: '' }),
  },
}
