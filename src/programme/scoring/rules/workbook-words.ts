import type { BallotRule, FactOrigin, FactShape, Fold } from './sheet.ts'
import type { ClauseType } from './sheet-clauses.ts'
import type { Condition, Effect, LevelQuota } from './sheet-outcomes.ts'
import type { TitleState } from './sheet-term.ts'

/** The Chinese words of the lists in a rule sheet's workbook, each with what it stands for. */
export const shapes: Record<string, FactShape> = {
  次数: 'count',
  各期次数: 'periods',
  是否: 'flag',
  数值: 'number',
  比例: 'ratio',
  等次: 'grade',
  考评评分: 'ratings',
  表彰: 'honours',
  满意度测评: 'survey',
  起始日: 'since',
  清单: 'things',
  报送时间: 'moment',
  名次: 'rank',
  分项票数: 'votes',
  支部类别: 'kinds',
  各期数值: 'series',
}

export const origins: Record<string, FactOrigin> = {
  创建记录: 'record',
  部门提供: 'supplied',
  考评人: 'rating',
  主题: 'theme',
  测评: 'survey',
  支部自评: 'self',
}

export const types: Record<string, ClauseType> = {
  'A1 达标得分': 'A1',
  'A2 逐次扣分': 'A2',
  'A3 一次性扣分': 'A3',
  'A4 酌情评分': 'A4',
  'A4E 逐项酌情': 'A4E',
  'A4B 定档酌情': 'A4B',
  'A5 分等计分': 'A5',
  'A6 分档计分': 'A6',
  'A7 名次计分': 'A7',
  'A8 按比例计分': 'A8',
  'A9 逐档增减': 'A9',
  'A10 逐次加分': 'A10',
  'A12 表彰加分': 'A12',
  'A14 逐级再加': 'A14',
  'A15 择优取档': 'A15',
  'A16 整项免考': 'A16',
  'A17 按人平均': 'A17',
  'A18 引用折算': 'A18',
  'A19 时限计分': 'A19',
  'A20 影响总评': 'A20',
  'A21 按情形计分': 'A21',
  'B6 满意度': 'B6',
  'B7 分项测评': 'B7',
}

export const conditionKinds: Record<string, Condition['kind']> = {
  情形属实: 'holds',
  数值在范围内: 'fact-between',
  指标得分在范围内: 'points-between',
  总分在范围内: 'total-between',
  获得表彰: 'honoured',
  主题生效满天数: 'days-in-force',
  指标得分高于: 'indicator-above',
  满意比例不低于: 'satisfied-share',
}

export const effectWords: Record<string, Effect['effect']> = {
  不予命名: 'not-named',
  直接定为: 'level',
  最高为: 'at-most',
  计零分: 'zero',
  不予评定: 'not-rated',
  归类改为: 'group',
}

export const foldWords: Record<string, Fold> = {
  平均: 'mean',
  中位数: 'median',
  取低: 'least',
  取高: 'greatest',
  取末期: 'last',
}

export const quotaKinds: Record<string, LevelQuota['kind']> = {
  不超过: 'most',
  恰为: 'exact',
  不少于: 'least',
  左右: 'about',
}

export const ballotKinds: Record<string, BallotRule['kind']> = {
  小数位不超过: 'decimals',
  每个在范围内: 'each-between',
  合计不低于: 'sum-at-least',
  达到者不超过: 'most-at-or-above',
  低于者不少于: 'least-below',
  不得全部相同: 'not-all-equal',
}

export const titleStateWords: Record<string, TitleState> = {
  申报: 'applied',
  培育: 'cultivated',
  命名: 'named',
  警示: 'warned',
  限期整改: 'rectifying',
  撤销命名: 'removed',
  退出: 'left',
}
