import { cycleContract } from '#programme/cycle/contract.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { openNotice } from '#programme/notice/disclosure.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { idea, pass } from '../journeys/theme-year.ts'
import type { Browser } from '../world.ts'
import type { Ground } from './table.ts'

/** The browser of one of the crowd. */
export const as = (ground: Ground, name: string): Promise<Browser> => ground.world.as(ground.people[name]!)

export const plan = {
  year: 2026,
  title: '2026年度品牌党支部创建',
  overallGoal: '争当实现海事科学发展的排头兵',
  calendar: [{ kind: 'distil' as const, title: '提炼主题', from: '2026-02-01', to: '2026-12-31', region: null }],
  approvingBody: '示例海事局党委',
  documentNumber: '示海党〔2026〕1号',
  termFrom: '2026-01-01',
  termTo: '2027-06-30',
  scope: 'party' as const,
  noticeDays: 5,
  purpose: null,
  meeting: null,
}

/** A drafted cycle of the root; the one there is already, if any. */
export async function draftedCycle(ground: Ground): Promise<string> {
  const office = await as(ground, 'office@root')
  const { rows } = await office.get(cycleContract.listCycles, { limit: 1 })
  if (rows[0]) return rows[0].id
  return (await office.get(cycleContract.draftCycle, { organisation: ground.organisations.root, ...plan })).id
}

export async function openedCycle(ground: Ground): Promise<string> {
  const cycle = await draftedCycle(ground)
  await (await as(ground, 'office@root')).ask(cycleContract.openCycle, { cycle })
  return cycle
}

/** How far a theme of huangpu has come; each world holds one, taken further when asked. */
const steps = ['draft', 'submitted', 'passed', 'checked', 'noticed', 'in-force'] as const
type Step = (typeof steps)[number]

/** A theme of huangpu that has come at least so far. */
export async function theme(ground: Ground, wanted: Step): Promise<string> {
  await openedCycle(ground)
  const secretary = await as(ground, 'secretary@huangpu')
  const organisation = ground.organisations.huangpu
  const mine = await secretary.get(themeContract.readMyTheme, { organisation })
  const known = mine.underWay ?? mine.inForce
  const id = known?.id ?? (await secretary.get(themeContract.draftTheme, { organisation, ...idea })).id
  let state = (await secretary.get(themeContract.readTheme, { theme: id })).state as Step
  while (steps.indexOf(state) < steps.indexOf(wanted)) state = await oneStep(ground, id, state)
  return id
}

async function oneStep(ground: Ground, id: string, state: Step): Promise<Step> {
  const office = await as(ground, 'office@root')
  if (state === 'draft') await (await as(ground, 'secretary@huangpu')).get(themeContract.submitTheme, { theme: id })
  if (state === 'submitted')
    for (const reviewer of ['office@guangzhou', 'office@root'])
      await (await as(ground, reviewer)).get(themeContract.reviewTheme, { theme: id, ...pass })
  if (state === 'passed')
    await (await as(ground, 'confidentiality@root')).get(themeContract.checkTheme, {
      theme: id,
      result: 'clear',
      comment: '',
    })
  if (state === 'checked') await office.get(themeContract.publiciseTheme, { theme: id, days: 5 })
  if (state === 'noticed') {
    await ground.world.setTime('2026-07-23T12:00:00.000000+08:00')
    await (await as(ground, 'office@root')).get(themeContract.putInForce, { theme: id })
  }
  return steps[steps.indexOf(state) + 1]!
}

/** The open notice of huangpu's theme. */
export async function notice(ground: Ground): Promise<string> {
  const id = await theme(ground, 'noticed')
  return (await (await as(ground, 'office@root')).get(themeContract.readTheme, { theme: id })).notice!.id
}

/** A notice to society of the root's own. */
export async function publicNotice(ground: Ground): Promise<string> {
  const { root } = ground.organisations
  return ground.act(ground.people['office@root']!, (context) =>
    openNotice(context, {
      subjectKind: 'other',
      subjectId: root,
      organisation: root,
      concerns: ground.organisations.huangpu,
      within: root,
      scope: 'society',
      title: '向社会公示',
      body: [{ label: '内容', text: '群众满意' }],
      days: 5,
      checkedBy: ground.people['confidentiality@root']!,
    }),
  )
}

export async function opinion(ground: Ground): Promise<string> {
  const id = await notice(ground)
  const office = await as(ground, 'office@root')
  const before = await office.get(noticeContract.listOpinions, { notice: id, limit: 1 })
  if (before.rows[0]) return before.rows[0].id
  await (await as(ground, 'member@nansha')).get(noticeContract.giveOpinion, { notice: id, text: '目标应当能检查' })
  return (await office.get(noticeContract.listOpinions, { notice: id, limit: 1 })).rows[0]!.id
}

export async function objection(ground: Ground): Promise<string> {
  const id = await notice(ground)
  const office = await as(ground, 'office@root')
  const before = await office.get(noticeContract.listObjections, { notice: id })
  if (before.rows[0]) return before.rows[0].id
  await (await as(ground, 'member@nansha')).get(noticeContract.raiseObjection, {
    notice: id,
    name: '吴某',
    contact: '办公室内线',
    text: '与事实不符',
  })
  return (await office.get(noticeContract.listObjections, { notice: id })).rows[0]!.id
}

/** A theme of huangpu on notice, with an objection that was upheld. */
export async function objectedTheme(ground: Ground): Promise<string> {
  const id = await theme(ground, 'noticed')
  const answer = { result: 'upheld' as const, reply: '经核实，情况属实', substance: '反映某项数据不实' }
  await (await as(ground, 'office@root')).get(noticeContract.answerObjection, {
    objection: await objection(ground),
    ...answer,
  })
  return id
}
