import { expect, test } from 'vitest'
import type { Actor, Post } from '#basics/actor.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import { inside, mayNarrow, narrow, sees } from './scope.ts'

const holding = (post: Post, path: string): Actor => ({
  person: 'p' as PersonId,
  name: '某人',
  posts: [{ post, path, organisation: path.split('/').at(-2) as OrganisationId }],
})
const nobody: Actor = { person: '' as PersonId, name: '', posts: [] }

test('inside are those of the organisation and below it, and whoever holds a post above it', () => {
  const at = 'root/bureau/'
  expect(inside(holding('member', 'root/bureau/branch/'), at)).toBe(true)
  expect(inside(holding('staff', at), at)).toBe(true)
  expect(inside(holding('office', 'root/'), at)).toBe(true)
  expect(inside(holding('member', 'root/'), at)).toBe(false)
  expect(inside(holding('office', 'root/other/'), at)).toBe(false)
  expect(inside(nobody, at)).toBe(false)
})

test('outside, a notice is there when it went to society and was not sent back', () => {
  const notice = { within: 'root/bureau/', outcome: null }
  const outsider = holding('secretary', 'root/other/branch/')
  for (const one of [nobody, outsider]) {
    expect(sees(one, { ...notice, scope: 'society' })).toBe(true)
    expect(sees(one, { ...notice, scope: 'society', outcome: 'in-effect' })).toBe(true)
    expect(sees(one, { ...notice, scope: 'society', outcome: 'objection-upheld' })).toBe(false)
    expect(sees(one, { ...notice, scope: 'party' })).toBe(false)
  }
  expect(sees(holding('member', 'root/bureau/'), { ...notice, scope: 'party', outcome: 'objection-upheld' })).toBe(true)
})

test('it is taken back inside once, by the handling office or a confidentiality reviewer above', () => {
  expect(narrow({ scope: 'society' })).toEqual({ ok: true, value: 'party' })
  expect(narrow({ scope: 'party' })).toMatchObject({ reason: 'notice.already-inside' })
  const business = { office: 'root' as OrganisationId, concerns: null }
  const may = (post: Post, path: string) => mayNarrow(holding(post, path), business, 'root/bureau/').ok
  expect([may('office', 'root/'), may('confidentiality', 'root/bureau/'), may('confidentiality', 'root/')]).toEqual([
    true,
    true,
    true,
  ])
  expect([may('office', 'root/bureau/'), may('secretary', 'root/'), may('confidentiality', 'root/other/')]).toEqual([
    false,
    false,
    false,
  ])
})
