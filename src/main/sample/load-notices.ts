import { noticeActions } from '#programme/notice/actions.ts'
import type { Disposition } from '#programme/notice/rules/answer.ts'
import { passageLabels } from '#programme/theme/rules/texts.ts'
import { type Act, at, type Loading, numberOf } from './loading.ts'
import type { SampleNotice, SampleObjection, SampleOpinion, SampleReply, SampleTheme } from './types.ts'

/** Quarters of an hour after a notice is posted, when people speak and when the office answers. */
const turns = { spoken: 16, answered: 26 }

const dispositions: Record<SampleReply['result'], Disposition> = {
  adopted: 'adopted',
  partly: 'partly',
  'not-adopted': 'declined',
  groundless: 'groundless',
}

/** What people said on the notices of themes, and what the office answered. */
export function noticeActs(loading: Loading): Act[] {
  return loading.sample.themes.flatMap((theme) => {
    if (!('notice' in theme)) return []
    const { opinions, objections } = sorted(theme.notice)
    return [
      ...opinions.flatMap((opinion, turn) => opinionActs(loading, theme, opinion, turn)),
      ...objections.flatMap((objection) => objectionActs(loading, theme, objection)),
    ]
  })
}

/** An objection that changed words was heard as a signed opinion: an objection is upheld or not, and changes none. */
function sorted({ opinions, objections }: SampleNotice): Pick<SampleNotice, 'opinions' | 'objections'> {
  const changes = ({ reply }: SampleObjection) => reply !== null && 'wordsBefore' in reply
  return {
    opinions: [...opinions, ...objections.filter(changes)],
    objections: objections.filter((objection) => !changes(objection)),
  }
}

function opinionActs(
  loading: Loading,
  theme: SampleTheme,
  { by, text, on, reply }: SampleOpinion,
  turn: number,
): Act[] {
  const speak: Act = {
    at: at(loading, on, turns.spoken + turn),
    by,
    branch: theme.branch,
    run: (context) => {
      const notice = noticeOf(loading, theme)
      return by
        ? noticeActions.signOpinion(context, { notice, text })
        : noticeActions.giveOpinion(context, { notice, text })
    },
  }
  if (!reply) return [speak]
  const answer: Act = {
    at: at(loading, reply.on, turns.answered + turn),
    by: numberOf(loading, 'rootOffice'),
    branch: theme.branch,
    async run(context) {
      const { rows } = await noticeActions.listOpinions(context, { notice: noticeOf(loading, theme), limit: 200 })
      const opinion = rows.find((row) => row.text === text && row.disposition === null)!.id
      const given = { disposition: dispositions[reply.result], reply: reply.text, wordings: wordingsOf(theme, reply) }
      return noticeActions.answerOpinion(context, { opinion, ...given })
    },
  }
  return [speak, answer]
}

/** Which passage the changed words stand in, under the label that people see. */
function wordingsOf(theme: SampleTheme, reply: SampleReply) {
  if (!('wordsBefore' in reply)) return []
  const { name, meaning, strengths, coreWork: tie, lasting, goals } = theme
  const texts = { name, meaning, strengths, tie, lasting, goals, slogan: theme.slogan ?? '' }
  const [field] = Object.entries(texts).find(([, text]) => text.includes(reply.wordsBefore)) ?? []
  if (!field) throw new Error(`the theme of ${theme.branch} does not say ${reply.wordsBefore}`)
  const where = passageLabels[field as keyof typeof passageLabels]
  return [{ where, before: reply.wordsBefore, after: reply.wordsAfter }]
}

function objectionActs(loading: Loading, theme: SampleTheme, { by, text, on, reply }: SampleObjection): Act[] {
  const { name } = loading.sample.people.find(({ staffNo }) => staffNo === by)!
  const contact = `工号 ${by}，由本支部转告`
  const raise: Act = {
    at: at(loading, on, turns.spoken + 4),
    by,
    branch: theme.branch,
    run: (context) => noticeActions.raiseObjection(context, { notice: noticeOf(loading, theme), name, contact, text }),
  }
  if (!reply) return [raise]
  const answer: Act = {
    at: at(loading, reply.on, turns.answered + 4),
    by: numberOf(loading, 'rootOffice'),
    branch: theme.branch,
    async run(context) {
      const { rows } = await noticeActions.listObjections(context, { notice: noticeOf(loading, theme) })
      const objection = rows.find((row) => row.text === text && row.result === null)!.id
      const given = { result: 'not-upheld' as const, reply: reply.text, substance: text }
      return noticeActions.answerObjection(context, { objection, ...given })
    },
  }
  return [raise, answer]
}

function noticeOf({ notices }: Loading, { branch }: SampleTheme): string {
  return notices.get(branch)!
}
