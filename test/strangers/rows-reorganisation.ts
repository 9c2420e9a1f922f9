import { administrators, type Post } from '#basics/actor.ts'
import { reorganisationContract } from '#programme/reorganisation/contract.ts'
import { as } from './acts.ts'
import type { Ground, Table, Who } from './table.ts'

const here = (...posts: Post[]): Who[] => posts.flatMap((post) => [`${post}@own` as const, `${post}@parent` as const])

const renaming = ({ organisations }: Ground) => ({
  terms: {
    kind: 'rename' as const,
    of: 'organisation' as const,
    id: organisations.huangpu,
    name: '黄埔党支部',
    shortName: '黄埔',
  },
  effectiveOn: '2026-07-15',
})
const document = { document: '示海党〔2026〕8号', issuer: '示例海事局党委', reason: '规范名称' }

async function entered(ground: Ground): Promise<{ reorganisation: string }> {
  const administrator = await as(ground, 'system-admin@root')
  const entry = { ...renaming(ground), ...document }
  const { id } = await administrator.get(reorganisationContract.enterReorganisation, entry)
  return { reorganisation: id }
}

/** Acts: entered and confirmed by the administrators above, seen by those whose business they are. */
const waiting = { at: 'huangpu', sees: here(...administrators), input: entered } as const

export const reorganisationRows: Table = {
  listReorganisations: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readReorganisation: { ...waiting, may: here(...administrators), sees: 'none' },
  listReorganisationsOf: {
    at: 'huangpu',
    may: here('member', 'staff'),
    sees: 'none',
    input: ({ organisations }) => ({ organisation: organisations.huangpu }),
  },
  previewReorganisation: { at: 'huangpu', may: here('system-admin'), sees: here('member', 'staff'), input: renaming },
  enterReorganisation: {
    at: 'huangpu',
    may: here('system-admin'),
    sees: here('member', 'staff'),
    input: (ground) => ({ ...renaming(ground), ...document }),
  },
  confirmReorganisation: { ...waiting, may: here('security-admin') },
  refuseReorganisation: {
    ...waiting,
    may: here('security-admin'),
    input: async (ground) => ({ ...(await entered(ground)), reason: '文号不对' }),
  },
  withdrawReorganisation: {
    ...waiting,
    may: here('system-admin'),
    input: async (ground) => ({ ...(await entered(ground)), reason: '登记错了' }),
  },
}
