import type { Actions } from '#platform/context.ts'
import { found, Problem } from '#platform/errors.ts'
import { accountActions, openFor } from '#support/account/actions.ts'
import type { demoContract } from './contract.ts'
import { heldSample, personByStaffNo } from './reads.ts'

const atTheDesk = /Admin$|^root|^bureau|[aA]ssessor$|^inspector$/

/** Where somebody begins: those who work at a desk in the workbench, the others on their own page of the portal. */
function startOf(key: string): string {
  if (key === 'outsider') return '/'
  return atTheDesk.test(key) ? '/desk/' : '/my'
}

export const demoActions: Actions<typeof demoContract> = {
  async listNamedPeople(context) {
    const sample = found(await heldSample(context))
    return {
      anchor: sample.anchor,
      note: sample.note,
      rows: sample.named_people.map(({ key, name, organisation, zh, en, staffNo }) => ({
        key,
        name,
        organisation,
        for: { zh, en },
        start: startOf(key),
        signsIn: staffNo !== null,
      })),
    }
  },

  async signInAs(context, { key }) {
    const sample = found(await heldSample(context))
    const named = sample.named_people.find((each) => each.key === key)
    const person = named?.staffNo ? await personByStaffNo(context, named.staffNo) : undefined
    if (!person) throw new Problem(409, 'demo.nobody-of-that-key')
    // whoever was signed in before leaves, but the new cookie is the only one to be set
    await accountActions.signOut({ ...context, cookies: { ...context.cookies, set: () => {} } }, {})
    await openFor(context, person, true)
    return { start: startOf(key) }
  },
}
