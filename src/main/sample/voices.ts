import { addDays, type Day } from '#basics/calendar.ts'
import type { Chance } from './chance.ts'
import type { Holders } from './holders.ts'
import type { Standing } from './standing.ts'
import type { SampleNotice, SampleObjection, SampleOpinion, SampleReply } from './types.ts'

type Answer = SampleReply extends infer Each ? (Each extends SampleReply ? Omit<Each, 'on'> : never) : never

interface Idea {
  branch: string
  strengths: string
  goals: string
  slogan: string | null
}

/** A vague half-sentence that members and staff object to, and the words that replace it when they are heard. */
const VAGUE = '服务水平有所提高'
const CHECKABLE = '群众满意率保持在九成以上'
const LOUD = '争创一流，勇当先锋'
const PLAIN = '守一段水，护一方安'

const plain: { text: string; answer: Answer }[] = [
  {
    text: '建议把防治船舶污染也写进主题，现在只讲了安全。',
    answer: {
      result: 'not-adopted',
      text: '防污染由危管防污处党支部的主题承担，本支部在记录中配合，不再写入，以免两家重复。',
    },
  },
  {
    text: '名称读起来像企业广告，能不能换一个朴实些的？',
    answer: {
      result: 'not-adopted',
      text: '名称由党员大会从三个候选名中选定，多数职工认可；您的意见已转支部，在宣传时不作装饰。',
    },
  },
  {
    text: '单位门口停车位太少，请解决。',
    answer: { result: 'groundless', text: '所提事项与公示的主题无关，已转后勤部门办理。' },
  },
  {
    text: '支持这个主题，希望多到小码头来。',
    answer: { result: 'groundless', text: '感谢支持。未提出修改内容，到小码头走访已在计划之中。' },
  },
]
const disputes = [
  {
    text: '公示材料称连续多年承担重点时段值守，据我所知前年春运由邻近支部承担，请核实。',
    answer: {
      result: 'partly' as const,
      text: '经查值班记录，前年春运由两个支部共同承担，已请支部改写并向邻近支部说明。',
      wordsBefore: '连续多年承担',
      wordsAfter: '与兄弟支部共同承担',
    },
  },
  {
    text: '主题里写到的应急小分队，本人在名单上，但事先没有征求过意见。',
    answer: {
      result: 'not-adopted' as const,
      text: '已与本人面谈：小分队名单以自愿为准，支部已重新征求意见并作了说明，主题文字不涉及个人。',
    },
  },
]

/**
 * What people said on a notice. On a finished one everything is answered before the theme took effect; on an open one
 * the latest words wait for an answer. Adopted opinions name words that stand in the theme as it was handed in.
 */
export function voices(
  notice: SampleNotice,
  idea: Idea,
  effectiveOn: Day | null,
  { holders, anchor, chance, twist }: { holders: Holders; anchor: Day; chance: Chance; twist: Standing['twist'] },
): SampleNotice {
  const said = (text: string, answer: Answer): SampleOpinion => {
    const latest = effectiveOn ?? anchor
    const on = earlier(addDays(notice.from, chance.between(1, 4)), latest)
    const repliedOn = addDays(on, chance.between(1, 3))
    const open = effectiveOn === null && (repliedOn > anchor || chance.percent(50))
    const by = chance.percent(55) ? null : someone(holders, idea.branch, chance)
    return { by, text, on, reply: open ? null : { ...answer, on: earlier(repliedOn, latest) } }
  }
  const opinions: SampleOpinion[] = chance
    .shuffled(plain)
    .slice(0, chance.between(0, 2))
    .map((one) => said(one.text, one.answer))
  if (idea.goals.includes(VAGUE)) {
    const answer: Answer = {
      result: 'adopted',
      text: '意见对，已请支部改成可以检查的目标。',
      wordsBefore: VAGUE,
      wordsAfter: CHECKABLE,
    }
    opinions.push(said(`目标里“${VAGUE}”没法检查，建议写成数字。`, answer))
  }
  if (idea.slogan === LOUD) {
    const answer: Answer = {
      result: 'partly',
      text: '口号保留，改得朴实一些；主题名称不变。',
      wordsBefore: LOUD,
      wordsAfter: PLAIN,
    }
    opinions.push(said('口号太满，哪个单位都能用，建议去掉。', answer))
  }
  const disputed = twist === 'disputed' || twist === 'answered' || (effectiveOn !== null && chance.percent(12))
  if (!disputed) return { ...notice, opinions, objections: [] }
  const { text, answer } =
    disputes.find(({ answer }) => 'wordsBefore' in answer && idea.strengths.includes(answer.wordsBefore)) ??
    disputes[1]!
  const on = opinions[0]?.on ?? notice.from
  const reply = twist === 'disputed' ? null : { ...answer, on }
  const objections: SampleObjection[] = [{ text, by: someone(holders, idea.branch, chance), on, reply }]
  return { ...notice, opinions, objections }
}

// Someone of the branch itself who holds no post: those who know it best.
function someone(holders: Holders, branch: string, chance: Chance): string {
  const plainMembers = holders.members(branch).filter(({ posts }) => posts.length === 0)
  return chance.pick(plainMembers).staffNo
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}
