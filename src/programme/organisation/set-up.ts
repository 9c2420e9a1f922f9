import { timingSafeEqual } from 'node:crypto'
import type { Post } from '#basics/actor.ts'
import type { PersonId } from '#basics/id.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { Problem } from '#platform/errors.ts'
import { issueActivation } from '#support/account/actions.ts'
import { foldCode } from '#support/account/rules/login.ts'
import { isEmpty } from './reads.ts'
import { insertOrganisation, insertPerson, insertPost } from './store.ts'

let setUpCode: string | null = null

/** The code that the terminal prints at start while nothing is set up; kept in memory only. */
export function expectSetUpCode(code: string): void {
  setUpCode = foldCode(code)
}

interface Administrator {
  staffNo: string
  name: string
}

export async function setUpAll(
  context: Context,
  input: {
    code: string
    organisation: string
    systemAdmin: Administrator
    securityAdmin: Administrator
    auditAdmin: Administrator
  },
) {
  if (!(await isEmpty(context))) throw new Problem(409, 'organisation.already-set-up')
  if (setUpCode === null || !same(foldCode(input.code), setUpCode))
    throw new Problem(403, 'organisation.wrong-set-up-code')
  const three: [Post, Administrator][] = [
    ['system-admin', input.systemAdmin],
    ['security-admin', input.securityAdmin],
    ['audit-admin', input.auditAdmin],
  ]
  if (new Set(three.map(([, { staffNo }]) => staffNo)).size < 3)
    throw new Problem(409, 'organisation.three-different-people')
  const root = await insertOrganisation(context, {
    kind: 'committee',
    name: input.organisation,
    shortName: input.organisation,
    parent: null,
    sortNo: 0,
    region: null,
    unitId: null,
    setUpOn: context.today,
  })
  const codes = []
  for (const [post, { staffNo, name }] of three) {
    const person = (await insertPerson(context, { staffNo, name, kind: 'member', organisation: root.id })) as PersonId
    await insertPost(context, {
      person,
      organisation: root.id,
      post,
      fromOn: context.today,
      importId: null,
      confirmedBy: person,
    })
    codes.push({ name, staffNo, code: await issueActivation(context, person, staffNo) })
  }
  await writeHistory(context, 'organisation.set-up', { kind: 'organisation', id: root.id, organisation: root.id })
  return { codes }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
