import { addDays, type Day } from '#basics/calendar.ts'
import { questionnaireActions } from '#programme/questionnaire/actions.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import { before } from './themes.ts'
import type { OrganisationCode } from './types.ts'

interface SampleQuestion {
  kind: 'one' | 'several' | 'text'
  text: string
  options: string[]
  aboutSelf: boolean
  /** How many of a hundred choose each option. */
  shares: number[]
}

const chosen = (
  kind: 'one' | 'several',
  text: string,
  ...options: [name: string, share: number][]
): SampleQuestion => ({
  kind,
  text,
  options: options.map(([name]) => name),
  aboutSelf: false,
  shares: options.map(([, share]) => share),
})
const worded = (text: string): SampleQuestion => ({ kind: 'text', text, options: [], aboutSelf: false, shares: [] })

const burden = [
  chosen('one', '今年要支部填的表、报的材料比去年', ['少了', 46], ['差不多', 38], ['多了', 16]),
  chosen('several', '哪些事占时间最多', ['开会', 34], ['写材料', 52], ['填系统', 41], ['迎检', 29]),
  chosen('one', '品牌创建对本职工作', ['有帮助', 63], ['说不清', 25], ['没有帮助', 12]),
  worded('最想减掉的一件事'),
]
const brand = [
  chosen('one', '本支部的品牌，您说得出名字吗', ['说得出', 70], ['有点印象', 20], ['说不出', 10]),
  chosen('several', '品牌最该体现在哪里', ['服务船民', 60], ['现场安全', 55], ['带好队伍', 35]),
  worded('对本支部的品牌还有什么建议'),
]
const wishes = [
  '同一个数一年报了四次，报一次就够。',
  '开会前的材料能不能只要一页。',
  '迎检准备的台账，平时记录里都有。',
  '照片不用再打印出来贴。',
  '周报可以并到月报。',
  '视频会议少开一些，现场走不开。',
  '学习笔记不要再抄写。',
  '系统太多，账号记不住。',
]

/** How many of a hundred hand their slip in. */
const HANDED_IN = 82
const SLIPS = 30

/**
 * The questionnaires of this year: one of eight bureaus on their burden, closed, with its result; one at the root's own
 * organs that is open now. Which slip is whose is drawn here by chance and kept nowhere.
 */
export function questionnaireActs(loading: Loading): Act[] {
  const { sample } = loading
  const { openedOn } = sample.cycles.running
  const bureaus = sample.organisations
    .filter(({ parent, kind }) => parent !== null && kind !== 'branch' && parent === sample.organisations[0]!.code)
    .slice(6, 14)
    .map(({ code }) => code)
  const from = addDays(openedOn, 75)
  return [
    ...actsOf(loading, {
      title: '基层负担问卷',
      purpose: '了解支部今年的负担从哪里来，结果用于精简材料和会议。',
      questions: burden,
      groups: bureaus,
      from,
      to: addDays(from, 10),
      closed: true,
    }),
    ...actsOf(loading, {
      title: '机关党员谈品牌',
      purpose: '听取机关党员对本支部品牌的看法，结果用于修订主题。',
      questions: brand,
      groups: ['0401'],
      from: before(sample.anchor, 6),
      to: addDays(sample.anchor, 8),
      closed: false,
    }),
  ]
}

interface SampleQuestionnaire {
  title: string
  purpose: string
  questions: SampleQuestion[]
  groups: OrganisationCode[]
  from: Day
  to: Day
  closed: boolean
}

function actsOf(loading: Loading, sheet: SampleQuestionnaire): Act[] {
  const office = numberOf(loading, 'rootOffice')
  const chance = chanceOf(7, sheet.title)
  let questionnaire = ''
  const codes: string[] = []
  const open: Act = {
    at: at(loading, sheet.from, 2),
    by: office,
    async run(context) {
      const { id } = await questionnaireActions.draftQuestionnaire(context, {
        organisation: organisationOf(loading, loading.sample.organisations[0]!.code).id,
        title: sheet.title,
        purpose: sheet.purpose,
        minutes: 5,
        lastDay: sheet.to,
        questions: sheet.questions.map(({ shares: _, ...question }) => question),
        groups: sheet.groups.map((code) => ({ organisation: organisationOf(loading, code).id, slips: SLIPS })),
        legalOffice: '法规处（示例）',
        legalDocument: '示例法〔2026〕5号',
      })
      questionnaire = id
      await questionnaireActions.openQuestionnaire(context, { questionnaire })
      for (const code of sheet.groups) {
        const group = organisationOf(loading, code).id
        codes.push(...(await questionnaireActions.drawSlips(context, { questionnaire, group })).codes)
      }
    },
  }
  const answer: Act = {
    at: at(loading, addDays(sheet.from, 3), 5),
    by: null,
    async run(context) {
      for (const code of chance.shuffled(codes.filter(() => chance.percent(HANDED_IN)))) {
        const answers = sheet.questions.map((question, place) => answerTo(question, place, chance))
        await questionnaireActions.answerSlip(context, { code, answers })
      }
    },
  }
  const close: Act = {
    at: at(loading, addDays(sheet.to, 1), 4),
    by: office,
    run: (context) => questionnaireActions.closeQuestionnaire(context, { questionnaire }),
  }
  return sheet.closed ? [open, answer, close] : [open, answer]
}

function answerTo({ kind, shares }: SampleQuestion, place: number, chance: Chance) {
  const question = place + 1
  if (kind === 'text') return { question, chosen: [], ...(chance.percent(30) && { text: chance.pick(wishes) }) }
  if (kind === 'several')
    return { question, chosen: shares.flatMap((share, option) => (chance.percent(share) ? [option + 1] : [])) }
  const drawn = chance.between(1, 100)
  let sum = 0
  const option = shares.findIndex((share) => {
    sum += share
    return drawn <= sum
  })
  return { question, chosen: [option + 1] }
}
