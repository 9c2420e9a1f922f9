import { buildingContract } from '#programme/building/contract.ts'
import { publicityContract } from '#programme/publicity/contract.ts'
import { as, theme } from './acts.ts'
import type { Ground } from './table.ts'

const steps = ['draft', 'submitted', 'checked', 'published'] as const
type Step = (typeof steps)[number]

/** What huangpu writes about its brand: it cites a record of its own, entered once its theme is in force. */
export async function writing(ground: Ground) {
  await theme(ground, 'in-force')
  const organisation = ground.organisations.huangpu
  const secretary = await as(ground, 'secretary@huangpu')
  const { rows } = await secretary.get(buildingContract.listRecords, { organisation, limit: 1 })
  const entered = { organisation, happenedOn: '2026-07-23', kind: 'activity' as const, sentence: '义务巡查渡口' }
  const record = rows[0]?.id ?? (await secretary.get(buildingContract.enterRecord, entered)).id
  return {
    kind: 'practice' as const,
    title: '守渡口的人',
    text: '党员每周末轮流守渡口，劝阻超载。',
    scope: 'party' as const,
    records: [record],
    names: 'nobody' as const,
    people: [],
  }
}

/** A publication of huangpu that has come so far. */
export async function publication(ground: Ground, wanted: Step): Promise<string> {
  const content = await writing(ground)
  const secretary = await as(ground, 'secretary@huangpu')
  const organisation = ground.organisations.huangpu
  const { id } = await secretary.get(publicityContract.draftPublication, { organisation, ...content })
  const on = { publication: id }
  const upTo = steps.indexOf(wanted)
  if (upTo >= 1) await secretary.get(publicityContract.submitPublication, on)
  const cleared = { ...on, result: 'clear' as const, comment: '', namesConfirmed: true }
  if (upTo >= 2) await (await as(ground, 'confidentiality@root')).get(publicityContract.checkPublication, cleared)
  const approved = { ...on, result: 'approve' as const, comment: '' }
  if (upTo >= 3) await (await as(ground, 'office@root')).get(publicityContract.approvePublication, approved)
  return id
}
