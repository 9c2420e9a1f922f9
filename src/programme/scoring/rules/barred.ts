import { namesOf } from './clause-bounds.ts'
import type { Sheet } from './sheet.ts'
import { type Clause, factsOfClause } from './sheet-clauses.ts'
import { conditionsOf } from './sheet-outcomes.ts'

/** What may not be an input of a score, how a sheet would say it, and the rule that bars it (for the legal office to correct). */
export interface Bar {
  what: string
  words: RegExp
  rule: string
}

const apps = '《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）'
const burden = '《整治形式主义为基层减负若干规定》（2024年）'

export const bars: Bar[] = [
  {
    what: '点赞、转发、评论等数量',
    words: /点赞|转发|评论(数|量)|跟帖|粉丝|阅读量|浏览量|点击(量|率)|\blikes?\b/,
    rule: apps,
  },
  { what: '网络投票', words: /(网络|网上|线上|微信|人气)(投票|评选|测票)|网络人气|onlinevot/, rule: apps },
  { what: '学习时长、在线时长', words: /学时|(学习|在线|观看)(时长|时间)|studyhours?/, rule: apps },
  {
    what: '打卡、签到、积分和登录、安装、使用情况',
    words: /打卡|签到|积分|登录(率|次数)|(安装|下载|注册|使用|活跃)率|活跃度|check-?ins?/,
    rule: apps,
  },
  { what: '媒体报道', words: /媒体|报道|刊(登|发|载)|(发|上|用|投)稿|信息采用|mediacoverage/, rule: burden },
  { what: '领导批示、肯定和表扬', words: /批示|肯定|表扬|感谢信|锦旗|praise/, rule: burden },
  {
    what: '照片、截图等留痕材料',
    words: /照片|相片|拍照|截图|截屏|短视频|录像|留痕|痕迹|photo/,
    rule: `${apps}、${burden}`,
  },
]

/** A row of a sheet that a bar meets: a clause, a condition, or the name of a fact that one reads. */
export interface BarredRow {
  table: 'clauses' | 'gates' | 'vetoes' | 'promotions' | 'levels'
  code: string
  bar: Bar
  words: string
}

/**
 * Every clause and every condition that can raise a branch whose words, names or facts meet a bar. Wide and narrow signs
 * and blanks inside a word change nothing. A veto may speak of them: it takes away, and nobody can earn with it.
 */
export function barredRows(sheet: Sheet): BarredRow[] {
  return [
    ...sheet.clauses.flatMap((clause) => meet('clauses', clause.code, textsOfClause(sheet, clause))),
    ...conditionsOf(sheet).flatMap(({ table, code, text, when }) =>
      table === 'vetoes' ? [] : meet(table, code, [text, ...('fact' in when ? factTexts(sheet, when.fact) : [])]),
    ),
  ]
}

function meet(table: BarredRow['table'], code: string, texts: string[]): BarredRow[] {
  return bars.flatMap((bar): BarredRow[] => {
    const found = texts.map((text) => bar.words.exec(plain(text))?.[0]).find((words) => words !== undefined)
    return found === undefined ? [] : [{ table, code, bar, words: found }]
  })
}

function textsOfClause(sheet: Sheet, clause: Clause): string[] {
  const unit = 'unit' in clause ? [clause.unit] : []
  const indicator = sheet.indicators.find(({ code }) => code === clause.indicator)?.name ?? ''
  const facts = factsOfClause(clause).flatMap((key) => factTexts(sheet, key))
  return [clause.text, indicator, ...unit, ...namesOf(clause), ...facts]
}

function factTexts(sheet: Sheet, key: string): string[] {
  return sheet.facts.filter((need) => need.key === key).flatMap((need) => [need.key, need.name])
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase()
}
