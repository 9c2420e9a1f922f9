import { allow, type Decision, refuse } from '#basics/decision.ts'
import { readExact, writeExact } from '#basics/exact.ts'
import type { Language } from '#basics/messages.ts'
import type { FactValue, Thing, VoteGroup } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { gradesOf, levelsOf, periodsOf } from './fact-source.ts'

export type ValueRefusal =
  | 'assessment.fact-of-another-shape'
  | 'assessment.grade-unlisted'
  | 'assessment.level-unlisted'
  | 'assessment.part-above-whole'
  | 'assessment.periods-differ'

/** The value as the sheet can read it: of the fact's shape, its grade listed, its part within the whole. */
export function fits(sheet: Sheet, need: FactNeed, value: FactValue): Decision<FactValue, ValueRefusal> {
  if (value.shape !== need.shape) return refuse('assessment.fact-of-another-shape', { fact: need.name })
  if (value.shape === 'grade' && !gradesOf(sheet, need.key).includes(value.grade))
    return refuse('assessment.grade-unlisted', { fact: need.name, grades: gradesOf(sheet, need.key).join('、') })
  if (value.shape === 'honours') {
    const levels = levelsOf(sheet, need.key)
    if (value.honours.some(({ level }) => !levels.includes(level)))
      return refuse('assessment.level-unlisted', { levels: levels.join('、') })
  }
  if (value.shape === 'ratio' && value.part > value.whole)
    return refuse('assessment.part-above-whole', { fact: need.name })
  if (value.shape === 'periods' && value.done.length !== periodsOf(sheet, need.key))
    return refuse('assessment.periods-differ', { fact: need.name, count: periodsOf(sheet, need.key) })
  if (value.shape === 'number') return allow({ ...value, number: writeExact(readExact(value.number)!) })
  return allow(value)
}

/** A value in words. */
export function sayValue(value: FactValue, language: Language): string {
  const zh = language === 'zh'
  switch (value.shape) {
    case 'count':
      return String(value.count)
    case 'periods':
      return value.done.join(zh ? '、' : ', ')
    case 'flag':
      return value.holds ? (zh ? '是' : 'Yes') : zh ? '否' : 'No'
    case 'number':
      return value.number
    case 'ratio':
      return `${value.part}/${value.whole}`
    case 'grade':
      return value.grade
    case 'ratings':
      return value.ratings
        .map(({ assessor, points }) => `${assessor}${zh ? '：' : ': '}${points}`)
        .join(zh ? '、' : ', ')
    case 'honours':
      return value.honours.length === 0
        ? zh
          ? '无'
          : 'None'
        : value.honours.map(({ level, matter, document }) => `${level} ${matter} ${document}`).join(zh ? '；' : '; ')
    case 'survey':
      return value.groups.map((group) => sayGroup(group, zh)).join(zh ? '；' : '; ')
    case 'since':
      return value.day ?? (zh ? '无' : 'None')
    case 'things':
      return value.things.length === 0 ? (zh ? '无' : 'None') : value.things.map(sayThing).join(zh ? '；' : '; ')
    case 'moment':
      return value.at ?? (zh ? '没有报送' : 'Never')
    case 'rank':
      return value.of === null ? String(value.rank) : `${value.rank}/${value.of}`
    case 'votes':
      return value.groups.map((group) => sayVotes(group, zh)).join(zh ? '；' : '; ')
    case 'kinds':
      return value.kinds.join(zh ? '、' : ', ')
    case 'series':
      return value.values.map((each) => sayValue(each, language)).join(' | ')
  }
}

function sayThing({ item, names = [], people, points, document = '' }: Thing): string {
  const parts = [item, ...names, people === undefined ? '' : `÷${people}`, points ?? '', document]
  return parts.filter((part) => part !== '').join(' ')
}

function sayVotes(group: VoteGroup, zh: boolean): string {
  if (group.state === 'too-few')
    return zh ? `${group.name}：有效票过少，不显示` : `${group.name}: too few votes to show`
  const votes = group.votes.map(({ option, count }) => `${option} ${count}`).join(zh ? '、' : ', ')
  return zh ? `${group.name}：${votes}` : `${group.name}: ${votes}`
}

function sayGroup(group: Extract<FactValue, { shape: 'survey' }>['groups'][number], zh: boolean): string {
  if (group.state === 'too-few')
    return zh ? `${group.name}：有效票过少，不显示` : `${group.name}: too few votes to show`
  return zh
    ? `${group.name}：有效票 ${group.valid}，满意 ${group.satisfied}`
    : `${group.name}: ${group.valid} valid votes, ${group.satisfied} satisfied`
}
