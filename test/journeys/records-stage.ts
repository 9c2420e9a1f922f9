import { cycleContract } from '#programme/cycle/contract.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'

/** A programme year of 2026 with everything it needs to open. */
export const plan = {
  year: 2026,
  title: '2026年度品牌党支部创建',
  overallGoal: '争当排头兵',
  calendar: [{ kind: 'build', title: '建设', from: '2026-04-01', to: '2026-11-30', region: null }],
  approvingBody: '示例海事局党委',
  documentNumber: '示海党〔2026〕1号',
  termFrom: '2026-01-01',
  termTo: '2026-12-31',
  scope: 'party',
}

/** The root's office opens that year. */
export async function openYear(world: World, stage: Stage): Promise<void> {
  const office = await world.as(stage.people.rootOffice)
  const drafted = { organisation: stage.organisations.root, ...plan } as never
  const { id } = await office.get(cycleContract.draftCycle, drafted)
  await office.get(cycleContract.openCycle, { cycle: id })
}
