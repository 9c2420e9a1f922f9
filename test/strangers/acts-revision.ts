import { themeContract } from '#programme/theme/contract.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { as, theme } from './acts.ts'
import type { Ground } from './table.ts'

export const explanation = { kind: 'adjustment' as const, reason: '辖区新增两处渡口' }

/** A drafted revision of the theme of huangpu that is in force. */
export async function revision(ground: Ground): Promise<string> {
  const organisation = ground.organisations.huangpu
  const inForce = await theme(ground, 'in-force')
  const secretary = await as(ground, 'secretary@huangpu')
  const { underWay } = await secretary.get(themeContract.readMyTheme, { organisation })
  return underWay?.id ?? (await secretary.get(revisionContract.reviseTheme, { theme: inForce, ...explanation })).id
}
