/** The table of the workbook to which a place of the rule sheet belongs. */
export function placeOf(path: string): string {
  const found = Object.entries(tables).find(
    ([table]) => path === table || path.startsWith(`${table}[`) || path.startsWith(`${table}.`),
  )
  return found?.[1] ?? '说明'
}

const tables: Record<string, string> = {
  facts: '事实',
  indicators: '指标',
  clauses: '条款',
  levels: '等次',
  gates: '前置条件',
  vetoes: '一票否决',
  promotions: '直接定级',
  quotas: '名额',
  ladder: '晋级',
  stars: '星项',
  groups: '等次归类',
  links: '挂钩',
  naming: '评选',
  exemption: '评选',
  nomination: '评选',
  ranking: '评选',
  term: '届期',
  calendar: '休息日',
}
