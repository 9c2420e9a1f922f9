import { setImmediate as breathe } from 'node:timers/promises'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { forgetUnused } from '#support/account/actions.ts'
import type { ImportRow } from './reads-import.ts'
import { formerOrganisations, madeBy, peopleOf } from './reads-import-images.ts'
import { presentOrganisations } from './reads-present.ts'
import { hindrancesOf } from './reads-taking-back.ts'
import { nothingInTheWay, takenBack } from './rules/taking-back.ts'
import { loadWhole, writeWhole } from './store-structure.ts'
import * as store from './store-taking-back.ts'

const PEOPLE_AT_ONCE = 1000
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Takes back all that a file brought, part by part: its posts, its people, then the structure. Nothing stands in its way. */
export async function undo(
  context: Context,
  { id, appliedAt }: ImportRow,
  reason: string,
  progress: (rows: number) => Promise<void>,
): Promise<void> {
  await store.savePostsBack(context, id, reason)
  let rows = 0
  for await (const people of inParts(context, id, 'made')) {
    // somebody has used their account since this was looked at
    if (!(await forgetUnused(context, people))) accept(nothingInTheWay(await hindrancesOf(context, id)))
    await store.deletePeople(context, people)
    rows += people.length
    await progress(rows)
  }
  for await (const people of inParts(context, id, 'changed')) {
    await store.savePeopleBack(context, id, people)
    rows += people.length
    await progress(rows)
  }
  await store.saveNumbersBack(context, id)
  await structureBack(context, id, appliedAt!.slice(0, 10))
  await store.saveSecretariesBack(context, id)
}

async function* inParts(context: Context, id: string, which: 'made' | 'changed'): AsyncGenerator<string[]> {
  for (let after = FIRST; ; ) {
    const people = await peopleOf(context, id, which, { after, limit: PEOPLE_AT_ONCE })
    if (people.length === 0) return
    after = people.at(-1)!
    yield people
    await breathe()
  }
}

async function structureBack(context: Context, id: string, since: Day): Promise<void> {
  const { today } = context
  const organisations = await madeBy(context, id, 'organisations')
  const units = await madeBy(context, id, 'units')
  const former = await formerOrganisations(context, id)
  const before = await loadWhole(context)
  const present = await presentOrganisations(context)
  const was = new Map(former.map((each) => [each.id, each.setUpOn]))
  const setUpOn = new Map(present.map((each) => [each.id, earlier(was.get(each.id) ?? each.setUpOn, today)]))
  const undone = { ceasing: new Set([...organisations, ...units]), former, setUpOn, since, today }
  await writeWhole(context, before, accept(takenBack(before, undone)), { setUpOn: was })
  await store.deleteMade(context, organisations, units)
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}
