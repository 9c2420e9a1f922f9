import { postActions } from '#programme/organisation/posts.ts'
import { themeActions } from '#programme/theme/actions.ts'
import { revisionActions } from '#programme/theme/actions-revision.ts'
import { allYes } from '#programme/theme/rules/questions.ts'
import { holdersOf } from './holders.ts'
import { type Act, at, type Loading, numberOf, personOf } from './loading.ts'
import type { OrganisationCode, SampleProgramme } from './types.ts'

/** The branch that is set up, moved, and merged while its theme is under review. */
export const seafarers = { name: '珠海海事局海上施工流动船员党支部', shortName: '流动船员' }
export const above = '0410'

const idea = {
  name: '桥海同心',
  meaning: '跨海通道的建设者来自七个省，船在哪里，支部的工作就跟到哪里，让流动的党员有组织、施工的水域有人守。',
  strengths: '党员都在施工船上，熟悉每一道工序和每一段航路，遇到险情最先知道，也最先到场。',
  aspect: '流动党员管理',
  comparison: '施工水域各临时党支部',
  tie: '与施工水域交通组织、船员安全培训同步安排，每月对照一次。',
  lasting: '施工期内每月一课、每季一查，通道建成后经验移交驻地海事处党支部。',
  goals: '年内施工船党员集中学习不少于十次，施工水域安全培训覆盖全部船员。',
  slogan: '船到哪里，支部到哪里',
}

/** Who takes the branch over: one that stands beside it and has long had a theme of its own. */
export function heirOf(sample: SampleProgramme): OrganisationCode {
  const last = sample.cycles.last.year
  const heir = sample.themes.find(
    ({ branch, draftedOn, state }) =>
      state === 'in-force' && branch.startsWith(above) && draftedOn < `${last - 1}-01-01`,
  )
  if (!heir) throw new Error(`no branch below ${above} can take over`)
  return heir.branch
}

/**
 * The theme that was under review when its branch was merged: by the document it became a draft of the branch that took
 * over, whose secretary kept to their own theme.
 */
export function mergedTheme(loading: Loading, made: { id: string }): Act[] {
  const { sample } = loading
  const year = sample.cycles.last.year
  const { holder } = holdersOf(sample.organisations, sample.people)
  const secretary = holder('secretary', heirOf(sample)).staffNo
  const post = { id: '' }
  const theme = { id: '' }
  const act = (on: string, turn: number, by: string, run: Act['run']): Act => ({ at: at(loading, on, turn), by, run })
  return [
    act(`${year}-02-11`, 0, numberOf(loading, 'systemAdmin'), async (context) => {
      const given = { person: personOf(loading, secretary), organisation: made.id, post: 'secretary' as const }
      post.id = (await postActions.grantPost(context, { ...given, fromOn: `${year}-02-11` })).id
    }),
    act(`${year}-02-11`, 2, numberOf(loading, 'securityAdmin'), (context) =>
      postActions.confirmPost(context, { post: post.id }),
    ),
    act(`${year}-08-11`, 0, secretary, async (context) => {
      theme.id = (await themeActions.draftTheme(context, { organisation: made.id, ...idea })).id
    }),
    act(`${year}-08-18`, 0, secretary, (context) => {
      const adoption = { suggestions: 9, takenUp: '写明了经验移交给谁。', meetingOn: `${year}-08-15`, present: 12 }
      return themeActions.submitTheme(context, { theme: theme.id, adoption })
    }),
    act(`${year}-08-22`, 0, holder('office', above).staffNo, (context) => {
      const passed = { theme: theme.id, result: 'pass' as const, stage: 0, answers: allYes() }
      return themeActions.reviewTheme(context, { ...passed, comment: '流动党员管理确有特点，同意。' })
    }),
    act(`${year}-09-16`, 0, secretary, (context) => revisionActions.abandonTheme(context, { theme: theme.id })),
  ]
}
