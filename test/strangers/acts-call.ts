import { callContract } from '#programme/theme/contract-call.ts'
import { as, openedCycle } from './acts.ts'
import type { Ground } from './table.ts'

export const question = { question: '主题叫什么名字、抓哪几件事？', lastDay: '2026-07-20' }

/** The call of huangpu that is open. */
export async function openedCall(ground: Ground): Promise<string> {
  await openedCycle(ground)
  const secretary = await as(ground, 'secretary@huangpu')
  const { rows } = await secretary.get(callContract.listCalls, { limit: 1 })
  if (rows[0]) return rows[0].id
  return (await secretary.get(callContract.openCall, { organisation: ground.organisations.huangpu, ...question })).id
}

/** A call of huangpu that is over, with nothing left to settle. */
export async function callOver(ground: Ground): Promise<string> {
  const call = await openedCall(ground)
  await ground.world.setTime('2026-07-21T12:00:00.000000+08:00')
  return call
}

/** A suggestion to the call of huangpu. */
export async function contribution(ground: Ground): Promise<{ call: string; contribution: string }> {
  const call = await openedCall(ground)
  const list = async () =>
    (await (await as(ground, 'secretary@huangpu')).get(callContract.listContributions, { call, limit: 1 })).rows[0]?.id
  const known = await list()
  if (known) return { call, contribution: known }
  await (await as(ground, 'staff@huangpu')).get(callContract.contribute, { call, text: '多到小码头来' })
  return { call, contribution: (await list())! }
}
