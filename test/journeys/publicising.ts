import type { InputOf } from '#basics/contract.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { publicityContract } from '#programme/publicity/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { noon } from '../world.ts'
import { onNotice, type Visitors } from './theme-year.ts'

type Draft = Omit<InputOf<typeof publicityContract.draftPublication>, 'organisation'>

/** The day on which the theme of 黄埔 is in force. */
export const IN_FORCE = '2026-07-23'

/** A theme of 黄埔 in force. */
export async function brandInForce(visitors: Visitors): Promise<string> {
  const { world, stage } = visitors
  const { theme } = await onNotice(world, stage)
  await visitors.setTime(noon(IN_FORCE))
  await (await visitors.as('rootOffice')).get(themeContract.putInForce, { theme })
  return theme
}

/** A record of 黄埔. */
export async function record(
  visitors: Visitors,
  sentence = '党员突击队义务巡查渡口三十六次。',
  happenedOn = IN_FORCE,
): Promise<string> {
  const secretary = await visitors.as('huangpuSecretary')
  const organisation = visitors.stage.organisations.huangpu
  const entered = { organisation, happenedOn, kind: 'activity' as const, sentence }
  return (await secretary.get(buildingContract.enterRecord, entered)).id
}

export const draftOf = (records: string[], change: Partial<Draft> = {}): Draft => ({
  kind: 'practice',
  title: '守渡口的人',
  text: '党员每周末轮流守渡口，劝阻超载，渡口连续两年没有事故。',
  scope: 'society',
  records,
  names: 'nobody',
  people: [],
  ...change,
})

/** A draft of 黄埔; answers its id. */
export async function drafted(visitors: Visitors, content: Draft): Promise<string> {
  const organisation = visitors.stage.organisations.huangpu
  const secretary = await visitors.as('huangpuSecretary')
  return (await secretary.get(publicityContract.draftPublication, { organisation, ...content })).id
}

export async function handedIn(visitors: Visitors, content: Draft): Promise<string> {
  const id = await drafted(visitors, content)
  await (await visitors.as('huangpuSecretary')).get(publicityContract.submitPublication, { publication: id })
  return id
}

export const cleared = { result: 'clear' as const, comment: '', namesConfirmed: true }
export const approved = { result: 'approve' as const, comment: '' }

export async function checked(visitors: Visitors, content: Draft): Promise<string> {
  const id = await handedIn(visitors, content)
  await (await visitors.as('confidentiality')).get(publicityContract.checkPublication, { publication: id, ...cleared })
  return id
}

export async function published(visitors: Visitors, content: Draft): Promise<string> {
  const id = await checked(visitors, content)
  await (await visitors.as('rootOffice')).get(publicityContract.approvePublication, { publication: id, ...approved })
  return id
}
