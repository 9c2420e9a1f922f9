import type { Instant } from '#basics/calendar.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { allYes } from '#programme/theme/rules/questions.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'

/** A world with a stage and an open cycle of the root, disclosed as said, with notices of five working days. */
export async function openYear(
  scope: 'party' | 'society',
  today = '2026-07-15',
): Promise<{ world: World; stage: Stage }> {
  const world = await openWorld({ today })
  const stage = await setStage(world)
  const office = await world.as(stage.people.rootOffice)
  const { id: cycle } = await office.get(cycleContract.draftCycle, {
    organisation: stage.organisations.root,
    year: 2026,
    title: '2026年度品牌党支部创建',
    overallGoal: '争当实现海事科学发展的排头兵',
    purpose: null,
    meeting: null,
    calendar: [{ kind: 'distil', title: '提炼主题', from: '2026-02-01', to: '2026-12-31', region: null }],
    approvingBody: '示例海事局党委',
    documentNumber: '示海党〔2026〕1号',
    termFrom: '2026-01-01',
    termTo: '2027-06-30',
    scope,
    noticeDays: 5,
  } as never)
  await office.get(cycleContract.openCycle, { cycle })
  return { world, stage }
}

export const idea = {
  name: '珠江口上的眼睛',
  meaning: '“珠江口上的眼睛”说的是黄埔海事处守着珠江口，有情况第一个看见、第一个到。',
  strengths: '党员占在编人员六成以上，平均登轮经历八年，熟悉辖区每一处渡口和锚地。',
  aspect: '渡运安全监管',
  comparison: '广州海事局党委所属各党支部',
  tie: '主题紧扣防抗台风、渡运安全和商渔船防碰撞三件大事。',
  lasting: '珠江口的监管任务年年都有，主题跟着任务走。',
  goals: '年内走遍辖区所有渡口，服务水平有所提高。',
  slogan: '守一段水，护一方安',
}

/** A pass as the form sends it: every question looked at. */
export const pass = { result: 'pass' as const, comment: '', answers: allYes() }

/** Drafts and submits a theme as the branch's secretary; answers its id. */
export async function submitted(world: World, secretary: string, branch: string, texts = idea): Promise<string> {
  const browser = await world.as(secretary)
  const { id } = await browser.get(themeContract.draftTheme, { organisation: branch, ...texts })
  await browser.get(themeContract.submitTheme, { theme: id })
  return id
}

/** Passes it at every stage and checks it for secrets. */
export async function checked(
  world: World,
  stage: Stage,
  theme: string,
  reviewers = [stage.people.guangzhouOffice, stage.people.rootSecretary],
): Promise<void> {
  for (const reviewer of reviewers) await (await world.as(reviewer)).get(themeContract.reviewTheme, { theme, ...pass })
  const reader = await world.as(stage.people.confidentiality)
  await reader.get(themeContract.checkTheme, { theme, result: 'clear', comment: '' })
}

/** A theme of 黄埔 on public notice; answers theme and notice. */
export async function onNotice(world: World, stage: Stage, texts = idea) {
  const theme = await submitted(world, stage.people.huangpuSecretary, stage.organisations.huangpu, texts)
  await checked(world, stage, theme)
  const office = await world.as(stage.people.rootOffice)
  const { notice } = await office.get(themeContract.publiciseTheme, { theme })
  return { theme, notice: notice!.id }
}

/** Signed-in browsers by role, each opened once; moving the clock signs everybody in anew, since sessions end. */
export class Visitors {
  readonly world: World
  readonly stage: Stage
  private readonly browsers = new Map<string, Browser>()

  constructor({ world, stage }: { world: World; stage: Stage }) {
    this.world = world
    this.stage = stage
  }

  async as(who: keyof Stage['people']): Promise<Browser> {
    const known = this.browsers.get(who) ?? (await this.world.as(this.stage.people[who]))
    this.browsers.set(who, known)
    return known
  }

  async setTime(at: Instant): Promise<void> {
    await this.world.setTime(at)
    this.browsers.clear()
  }
}
