import { usualPlan } from '#programme/theme/rules/route.ts'
import type { Table, Who } from './table.ts'

/** Everybody who finds an organisation: whoever holds any post there or above it. */
const near: Who[] = ['member@own', 'staff@own', 'member@parent', 'staff@parent']
const leads: Who[] = ['secretary@own', 'office@own', 'secretary@parent', 'office@parent']

/** How themes are reviewed: routes. */
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
  listRouteGaps: {
    at: 'guangzhou',
    may: leads,
    sees: near,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou }),
  },
}
