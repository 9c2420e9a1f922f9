import type { ExactText } from '#basics/exact.ts'
import { fill, type Said } from '#basics/messages.ts'
import { sayEffect } from './sayings-level.ts'
import type { Sheet } from './sheet.ts'
import type { LevelQuota, Share } from './sheet-outcomes.ts'

/** The lists of what follows from a score, in the order in which they are applied. */
export type OutcomeList =
  | 'panel'
  | 'levels'
  | 'requirements'
  | 'gates'
  | 'vetoes'
  | 'promotions'
  | 'quotas'
  | 'ladder'
  | 'stars'
  | 'groups'
  | 'links'
  | 'ranking'

/** What follows from the score, one line for each row of the sheet, so that nobody has to open the workbook; empty lists are left out. */
export function sayOutcomes(sheet: Sheet): { list: OutcomeList; lines: Said[] }[] {
  const { levels, gates, vetoes, promotions, quotas, ladder, stars, groups, links, ranking } = sheet
  const lists: Record<OutcomeList, Said[]> = {
    panel: panelLines(sheet),
    levels: levels.map(({ name, atLeast, below, byEffect }) =>
      byEffect ? both(`${name}：仅由规定给出`, `${name}: by a rule only`) : alike(`${name}：${range(atLeast, below)}`),
    ),
    requirements: levels.flatMap(({ name, requires = [] }) =>
      requires.map(({ text, otherwise }) =>
        otherwise === 'ruling'
          ? both(`${name}：${text}；不符合时待裁定`, `${name}: ${text}; else a ruling`)
          : both(`${name}：${text}；不符合时降一等`, `${name}: ${text}; else the next lower level`),
      ),
    ),
    gates: gates.map(({ code, text }) => alike(`${code} ${text}`)),
    vetoes: vetoes.map(sayEffect),
    promotions: (promotions ?? []).map(({ code, text, level }) => alike(`${code} ${text} → ${level}`)),
    quotas: (quotas ?? []).map(sayQuota),
    ladder: ladder
      ? [
          ...ladder.rungs.map(({ level, indicator, atLeast }) => alike(`${level}：${indicator} ≥ ${atLeast}`)),
          both(`一级未过：${ladder.below}`, `no rung passed: ${ladder.below}`),
        ]
      : [],
    stars: (stars ?? []).map(({ name, indicator, atLeast, total }) =>
      total === undefined
        ? alike(`${name}：${indicator} ≥ ${atLeast}`)
        : both(
            `${name}：${indicator} ≥ ${atLeast}，总分 ≥ ${total}`,
            `${name}: ${indicator} ≥ ${atLeast}, total ≥ ${total}`,
          ),
    ),
    groups: (groups ?? []).map((group) => alike(`${group.name}：${group.levels.join('、')}`)),
    links: (links ?? []).flatMap(({ name, bands }) =>
      bands.map(({ atLeast, below, formula }) => {
        const where = range(atLeast, below)
        return where === ''
          ? alike(`${name} = ${formula}`)
          : both(`总分 ${where}：${name} = ${formula}`, `total ${where}: ${name} = ${formula}`)
      }),
    ),
    ranking: ranking
      ? [
          both(
            `${among[ranking.within].zh}排名，列出前 ${ranking.top} 名、后 ${ranking.bottom} 名；不足 ${ranking.least} 个不排`,
            `ranked ${among[ranking.within].en}: the first ${ranking.top} and the last ${ranking.bottom}; not with fewer than ${ranking.least}`,
          ),
        ]
      : [],
  }
  return Object.entries(lists).flatMap(([list, lines]) =>
    lines.length > 0 ? [{ list: list as OutcomeList, lines }] : [],
  )
}

const among: Record<Share['within'], Said> = {
  all: { zh: '全部支部', en: 'among all' },
  region: { zh: '各片区分别', en: 'in each region' },
  kind: { zh: '各类别分别', en: 'in each kind' },
}
const kinds: Record<LevelQuota['kind'], Said> = {
  most: { zh: '不超过', en: 'at most' },
  exact: { zh: '恰为', en: 'exactly' },
  least: { zh: '不少于', en: 'at least' },
  about: { zh: '左右', en: 'about' },
}
const roundings: Record<Share['rounding'], Said> = {
  down: { zh: '向下取整', en: 'rounded down' },
  up: { zh: '向上取整', en: 'rounded up' },
  nearest: { zh: '四舍五入', en: 'rounded to the nearest' },
}
const cuts: Record<LevelQuota['cut'], Said> = {
  'next-lower': { zh: '超出的降一等', en: 'those beyond get the next lower level' },
  'keeps-level': { zh: '超出的保留等次', en: 'those beyond keep the level' },
  ruling: { zh: '超出的待裁定', en: 'those beyond need a ruling' },
}

function sayQuota({ code, levels, kind, percent, count, rounding, within, cut, ties }: LevelQuota): Said {
  const share = percent === null ? String(count ?? 0) : `${percent}%`
  const tie = ties.map((sum) => sum.join('+')).join('；')
  const say = (language: 'zh' | 'en') => {
    const parts = [
      among[within],
      ...(percent === null ? [] : [roundings[rounding]]),
      ...(kind === 'most' || kind === 'exact' ? [cuts[cut]] : []),
    ]
    const equals = tie === '' ? [] : [language === 'zh' ? `同分比 ${tie}` : `equals by ${tie}`]
    const rest = [...parts.map((each) => each[language]), ...equals].join(language === 'zh' ? '，' : ', ')
    return language === 'zh'
      ? `${code} ${levels.join('、')}${kinds[kind].zh} ${share}（${rest}）`
      : `${code} ${levels.join(', ')} ${kinds[kind].en} ${share} (${rest})`
  }
  return { zh: say('zh'), en: say('en') }
}

function panelLines({ panel, clauses }: Sheet): Said[] {
  if (!clauses.some(({ type }) => type === 'A4' || type === 'A4B')) return []
  const rules = ({ least, trimFrom, fold }: { least: number; trimFrom: number | null; fold?: 'median' }): Said => {
    const trim =
      trimFrom === null
        ? ['', '']
        : [`，${trimFrom} 人起去一高一低`, `, from ${trimFrom} on without the highest and the lowest`]
    const how = fold === 'median' ? ['取中位数', 'the median'] : ['取平均', 'the mean']
    return both(`至少 ${least} 人${trim[0]}，${how[0]}`, `at least ${least}${trim[1]}; ${how[1]}`)
  }
  const severity: Record<'shown' | 'corrected', Said> = {
    shown: { zh: '说明考评人宽严，不影响得分', en: 'harsh and lenient assessors are shown; no point depends on it' },
    corrected: { zh: '评分先校正考评人宽严', en: 'marks are first corrected for harsh and lenient assessors' },
  }
  const groups = (panel.groups ?? []).map((group) => {
    const { zh, en } = rules(group)
    const details = { name: group.name, weight: group.weight }
    return both(fill('{name}（权重 {weight}）：', details) + zh, fill('{name} (weight {weight}): ', details) + en)
  })
  return [...(groups.length > 0 ? groups : [rules(panel)]), ...(panel.severity ? [severity[panel.severity]] : [])]
}

function range(atLeast: ExactText | null, below: ExactText | null): string {
  return [atLeast === null ? '' : `≥ ${atLeast}`, below === null ? '' : `< ${below}`]
    .filter((each) => each !== '')
    .join('，')
}

const both = (zh: string, en: string): Said => ({ zh, en })
const alike = (text: string): Said => ({ zh: text, en: text })
