import { usualComparison } from '#programme/theme/rules/texts.ts'
import { chanceOf } from './chance.ts'
import type { Holders } from './holders.ts'
import type { SampleOrganisation, UnitKind } from './types.ts'

/** In which aspect a branch is ahead, by what it works at; ours. */
const aspects: Record<UnitKind, string[]> = {
  department: ['机关服务基层', '制度建设', '跨部门协同', '重点任务督办'],
  office: ['渡运安全监管', '防抗台风', '商渔船防碰撞', '现场监督检查', '锚地与航道秩序'],
  ship: ['水上搜救', '夜间巡航', '海上应急处置', '船艇机务保障'],
  window: ['一次办好', '船员服务', '容缺办理与送证上门'],
  centre: ['技术保障', '值班值守', '数据服务'],
  retired: ['老党员作用发挥', '以老带新'],
}

/** The aspect, and whom the branch compares itself with: most leave what is filled in for them. */
export function aheadOf(
  branch: SampleOrganisation,
  { organisations }: Holders,
): { aspect: string; comparison: string } {
  const chance = chanceOf(0, `ahead ${branch.code}`)
  const above = branch.parent === null ? undefined : organisations.get(branch.parent)
  const comparison = chance.percent(80) ? usualComparison(above?.name ?? null) : '全局同类支部'
  return { aspect: chance.pick(aspects[branch.unitKind!]), comparison }
}
