import type { Language } from '#basics/messages.ts'
import type { FactValue, Thing, VoteGroup } from '#programme/scoring/rules/facts.ts'

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
