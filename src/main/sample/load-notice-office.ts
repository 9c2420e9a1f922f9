import { addDays } from '#basics/calendar.ts'
import { noticeActions } from '#programme/notice/actions.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import { ROOT } from './organisations.ts'
import type { SampleTheme, StaffNo } from './types.ts'

type OnNotice = SampleTheme & { state: 'on-notice' }

/** Quarters of an hour on the day after posting: what the office does beside answering. */
const turns = { extended: 18, entered: 20, compared: 24 }

/** How the office is reached, one notice that was given more time, and on another what came on paper. */
export function noticeOfficeActs(loading: Loading): Act[] {
  const { sample } = loading
  const open = sample.themes.filter(
    (theme): theme is OnNotice => theme.state === 'on-notice' && addDays(theme.notice.from, 1) <= sample.anchor,
  )
  const shown = sample.namedPeople.find(({ key }) => key === 'noticeSecretary')!.organisation
  const first = open.find(({ branch }) => branch === shown) ?? open[0]
  const second = open.find((theme) => theme !== first)
  return [
    contactAct(loading),
    ...(first ? [extensionAct(loading, first)] : []),
    ...(second ? paperActs(loading, second) : []),
  ]
}

function contactAct(loading: Loading): Act {
  return {
    at: at(loading, loading.sample.cycles.running.openedOn, 30),
    by: numberOf(loading, 'rootOffice'),
    run: (context) =>
      noticeActions.setNoticeContact(context, {
        organisation: organisationOf(loading, ROOT).id,
        issuer: '',
        address: '示例市海滨路 1 号 3 楼党建工作部',
        hotline: '020-0000 0000',
        mailbox: '办公楼一楼大厅意见箱',
      }),
  }
}

function extensionAct(loading: Loading, theme: OnNotice): Act {
  return {
    at: at(loading, addDays(theme.notice.from, 1), turns.extended),
    by: numberOf(loading, 'rootOffice'),
    branch: theme.branch,
    async run(context) {
      const notice = loading.notices.get(theme.branch)!
      const { lastDay } = await noticeActions.readNotice(context, { notice })
      const reason = '防台风应急期间多数职工在一线值守，为便于大家看到，延长公示。'
      return noticeActions.extendNotice(context, { notice, days: 3, reason, lastDay })
    },
  }
}

/** From the mailbox an unnamed opinion, compared by a colleague; a letter with a name that still waits. */
function paperActs(loading: Loading, theme: OnNotice): Act[] {
  const day = addDays(theme.notice.from, 1)
  const office = numberOf(loading, 'rootOffice')
  const enter = (turn: number, voice: Parameters<typeof noticeActions.enterPaperVoice>[1]): Act => ({
    at: at(loading, day, turn),
    by: office,
    branch: theme.branch,
    run: (context) => noticeActions.enterPaperVoice(context, { ...voice, notice: loading.notices.get(theme.branch)! }),
  })
  const common = { notice: '', kind: 'opinion', givenOn: day } as const
  const fromMailbox = { ...common, way: 'mailbox', name: '', contact: '', text: '建议把夜间巡查也写进目标。' } as const
  const letter = {
    ...common,
    way: 'letter',
    name: '退休职工老周',
    contact: '由离退休党支部转告',
    text: '主题很好，望多讲老渡口的故事。',
  } as const
  return [
    enter(turns.entered, fromMailbox),
    {
      at: at(loading, day, turns.compared),
      by: colleagueOf(loading, office),
      branch: theme.branch,
      async run(context) {
        const notice = loading.notices.get(theme.branch)!
        const { rows } = await noticeActions.listPaperVoices(context, { notice, limit: 10 })
        const { kind, way, givenOn, name } = fromMailbox
        return noticeActions.confirmPaperVoice(context, { paperVoice: rows[0]!.id, kind, way, givenOn, name })
      },
    },
    enter(turns.compared + 1, letter),
  ]
}

/** Another person of the root's office. */
function colleagueOf({ sample }: Loading, office: StaffNo): StaffNo {
  const holds = ({ posts }: { posts: { post: string; organisation: string }[] }) =>
    posts.some(({ post, organisation }) => post === 'office' && organisation === ROOT)
  return sample.people.find((person) => holds(person) && person.staffNo !== office)!.staffNo
}
