import type { InputOf } from '#basics/contract.ts'
import { reorganisationContract } from '#programme/reorganisation/contract.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'

export type Terms = InputOf<typeof reorganisationContract.enterReorganisation>['terms']

export const TODAY = '2026-07-15'
const issuer = '示例海事局党委'

/** Enters an act as the system administrator; answers what the server did. */
export async function enter(
  world: World,
  stage: Stage,
  terms: Terms,
  effectiveOn = TODAY,
  document = '示海党〔2026〕8号',
) {
  const administrator = await world.as(stage.people.systemAdmin)
  return administrator.ask(reorganisationContract.enterReorganisation, {
    terms,
    effectiveOn,
    document,
    issuer,
    reason: '机构改革',
  })
}

export async function confirm(world: World, stage: Stage, reorganisation: string, seen?: string) {
  const administrator = await world.as(stage.people.securityAdmin)
  return administrator.ask(reorganisationContract.confirmReorganisation, { reorganisation, ...(seen && { seen }) })
}

/** Enters and confirms; answers the act as it stands then, or fails with the reason. */
export async function reorganise(world: World, stage: Stage, terms: Terms, effectiveOn = TODAY, document?: string) {
  const entered = await enter(world, stage, terms, effectiveOn, document)
  if (entered.status !== 200) throw new Error(`not entered: ${entered.code} ${JSON.stringify(entered.fields)}`)
  const confirmed = await confirm(world, stage, entered.body!.id)
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${confirmed.code}`)
  return confirmed.body!
}

/** A branch whose themes simply end. */
export const ends = (organisation: string) => ({ organisation, inForce: 'end' as const, underWay: 'end' as const })
