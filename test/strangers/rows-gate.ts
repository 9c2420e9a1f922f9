import { batchContract } from '#programme/theme/contract-batch.ts'
import { phraseContract } from '#programme/theme/contract-phrase.ts'
import { usualPlan } from '#programme/theme/rules/route.ts'
import { pass } from '../journeys/theme-year.ts'
import { as, theme } from './acts.ts'
import { concerned } from './rows-theme.ts'
import type { Ground, Table, Who } from './table.ts'

/** Everybody who finds an organisation: whoever holds any post there or above it. */
const near: Who[] = ['member@own', 'staff@own', 'member@parent', 'staff@parent']
const leads: Who[] = ['secretary@own', 'office@own', 'secretary@parent', 'office@parent']

const BATCH = '0123456789abcdef'

/** A theme as the bureau's office opened it: with its mark nobody else can pass it. */
async function opened(ground: Ground) {
  const id = await theme(ground, 'submitted')
  const office = await as(ground, 'office@guangzhou')
  const { look, round, stage } = await office.get(batchContract.lookAtTheme, { theme: id, batch: BATCH })
  return { theme: id, round, stage, look, answers: pass.answers, comment: '' }
}

/** How themes are reviewed: routes, batches and common phrases. */
export const gateRows: Table = {
  readRoutePlans: {
    at: 'guangzhou',
    may: leads,
    sees: near,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou }),
  },
  setRoutePlan: {
    at: 'guangzhou',
    may: ['office@own'],
    sees: near,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, fromOn: '2026-08-01', plan: usualPlan() }),
  },
  readReviewRoute: {
    at: 'huangpu',
    may: [...leads, 'confidentiality@own', 'confidentiality@parent'],
    sees: near,
    input: ({ organisations }) => ({ organisation: organisations.huangpu }),
  },
  listMyReviews: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  lookAtTheme: {
    at: 'huangpu',
    may: ['secretary@parent', 'office@parent'],
    sees: concerned,
    input: async (ground) => ({ theme: await theme(ground, 'submitted'), batch: BATCH }),
  },
  passThemes: {
    at: 'root',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ batch: BATCH, items: [await opened(ground)] }),
  },
  listPhrases: {
    at: 'guangzhou',
    may: ['secretary@own', 'office@own', 'confidentiality@own'],
    sees: near,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou }),
  },
  addPhrase: {
    at: 'guangzhou',
    may: ['secretary@own', 'office@own', 'confidentiality@own'],
    sees: near,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, text: '同意上报。', shared: true }),
  },
  changePhrase: {
    at: 'guangzhou',
    may: ['secretary@own', 'office@own', 'confidentiality@own'],
    sees: 'none',
    input: async (ground) => ({ phrase: await phrase(ground), text: '同意，请上报。' }),
  },
  removePhrase: {
    at: 'guangzhou',
    may: ['secretary@own', 'office@own', 'confidentiality@own'],
    sees: 'none',
    input: async (ground) => ({ phrase: await phrase(ground) }),
  },
  listRouteGaps: {
    at: 'guangzhou',
    may: [...leads, 'system-admin@own', 'system-admin@parent'],
    sees: near,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou }),
  },
}

/** A shared phrase of guangzhou. */
async function phrase(ground: Ground): Promise<string> {
  const office = await as(ground, 'office@guangzhou')
  const organisation = ground.organisations.guangzhou
  const { rows } = await office.get(phraseContract.listPhrases, { organisation })
  return (
    rows[0]?.id ?? (await office.get(phraseContract.addPhrase, { organisation, text: '同意上报。', shared: true })).id
  )
}
