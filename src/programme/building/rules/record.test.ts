import { expect, test } from 'vitest'
import type { Actor, Post } from '#basics/actor.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { meetings, periodOf } from './duties.ts'
import { type FactRecord, factsFrom } from './facts.ts'
import { allowed, may, sees } from './permissions.ts'
import {
  attach,
  type BuildingRecord,
  type Content,
  confirm,
  correct,
  life,
  recordKinds,
  sound,
  withdraw,
} from './record.ts'

const branch = 'b' as OrganisationId
const other = 'x' as OrganisationId
const at = '2026-07-15T12:00:00.000000+08:00'
const content: Content = {
  happenedOn: '2026-07-10',
  kind: 'problem-solved',
  sentence: '解决了夜间巡航盲区问题',
  force: null,
  figures: [],
  documentNumber: null,
  evidence: null,
  learntFrom: null,
  task: null,
}
const record: BuildingRecord = {
  id: 'r' as Id<'record'>,
  organisation: branch,
  cycle: 'c',
  content,
  enteredBy: 'p' as PersonId,
  enteredAt: at,
  state: 'standing',
  confirmation: null,
}
const someone = (post: Post, organisation: string, path: string, person = 'q'): Actor => ({
  person: person as PersonId,
  name: '某人',
  posts: [{ post, organisation: organisation as OrganisationId, path }],
})
const value = <Value>(decision: { ok: true; value: Value } | { ok: false; reason: string }): Value => {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

test('nothing is recorded that has not happened yet', () => {
  expect(sound(content, branch, '2026-07-09')).toMatchObject({ reason: 'building.in-the-future' })
  expect(sound(content, branch, '2026-07-10')).toMatchObject({ ok: true })
})

test('only an adopted practice names another branch, and never the own one', () => {
  expect(sound({ ...content, learntFrom: other }, branch, '2026-07-15')).toMatchObject({
    reason: 'building.only-adopted-names-a-branch',
  })
  const adopted = { ...content, kind: 'adopted' as const, learntFrom: branch }
  expect(sound(adopted, branch, '2026-07-15')).toMatchObject({ reason: 'building.learnt-from-itself' })
  expect(sound({ ...adopted, learntFrom: other }, branch, '2026-07-15')).toMatchObject({ ok: true })
})

test('a corrected record loses its confirmation, one with a new file keeps it', () => {
  const confirmed = value(confirm(record, 'q' as PersonId, at))
  expect(confirmed.confirmation).toEqual({ by: 'q', at })
  expect(value(attach(confirmed, 'e')).confirmation).not.toBeNull()
  expect(value(correct(confirmed, { ...content, sentence: '改' }, '2026-07-15')).confirmation).toBeNull()
})

test('only a solved problem is confirmed, and once', () => {
  const meeting: BuildingRecord = { ...record, content: { ...content, kind: 'members-meeting' } }
  expect(confirm(meeting, 'q' as PersonId, at)).toMatchObject({ reason: 'building.only-a-solved-problem-is-confirmed' })
  const confirmed = value(confirm(record, 'q' as PersonId, at))
  expect(confirm(confirmed, 'q' as PersonId, at)).toMatchObject({ reason: 'building.already-confirmed' })
})

test('the life table agrees with the rules', () => {
  const withdrawn = value(withdraw(record, 'p' as PersonId, at, '记错了'))
  for (const each of [record, withdrawn]) {
    const can = {
      correct: correct(each, content, '2026-07-15').ok,
      withdraw: withdraw(each, 'p' as PersonId, at, '记错了').ok,
      attach: attach(each, 'e').ok,
      confirm: confirm(each, 'q' as PersonId, at).ok,
    }
    for (const [verb, possible] of Object.entries(can)) expect(life[each.state].includes(verb as never)).toBe(possible)
  }
})

test('the own secretary and office write; someone above who did not enter it confirms', () => {
  const owner = { organisation: branch, path: 'g/b/', enteredBy: 'p' as PersonId }
  expect(may(someone('secretary', 'b', 'g/b/'), 'enter', owner).ok).toBe(true)
  expect(may(someone('office', 'b', 'g/b/'), 'correct', owner).ok).toBe(true)
  for (const stranger of [
    someone('member', 'b', 'g/b/'),
    someone('secretary', 'g', 'g/'),
    someone('secretary', 'x', 'g/x/'),
  ])
    expect(may(stranger, 'withdraw', owner)).toMatchObject({ reason: 'building.own-secretary-only' })
  expect(may(someone('office', 'g', 'g/'), 'confirm', owner).ok).toBe(true)
  expect(may(someone('secretary', 'b', 'g/b/'), 'confirm', owner)).toMatchObject({
    reason: 'building.confirmed-from-above-only',
  })
  expect(may(someone('office', 'g', 'g/', 'p'), 'confirm', owner)).toMatchObject({ reason: 'building.not-ones-own' })
})

test('members read their own branch, those responsible above read all below, administrators nothing', () => {
  expect(sees(someone('member', 'b', 'g/b/'), branch, 'g/b/')).toBe(true)
  expect(sees(someone('inspector', 'g', 'g/'), branch, 'g/b/')).toBe(true)
  for (const post of ['member', 'staff', 'system-admin', 'audit-admin'] as const)
    expect(sees(someone(post, 'g', 'g/'), branch, 'g/b/')).toBe(false)
  expect(sees(someone('secretary', 'x', 'g/x/'), branch, 'g/b/')).toBe(false)
})

test('what may be done is only what can be done', () => {
  const office = someone('office', 'g', 'g/')
  expect(allowed(office, record, 'g/b/')).toEqual(['confirm'])
  expect(allowed(office, value(confirm(record, 'q' as PersonId, at)), 'g/b/')).toEqual([])
  expect(allowed(someone('secretary', 'b', 'g/b/'), record, 'g/b/')).toEqual(['correct', 'withdraw', 'attach'])
})

test('a month asks for a committee meeting, a quarter for a members’ meeting, both days counted', () => {
  const [quarterly, monthly] = meetings
  const due = (day: string) => [periodOf(monthly!, day), periodOf(quarterly!, day)]
  expect(due('2026-07-15')).toEqual([
    { from: '2026-07-01', dueOn: '2026-07-31', round: 202607 },
    { from: '2026-07-01', dueOn: '2026-09-30', round: 202607 },
  ])
  expect(due('2026-12-31').map(({ dueOn, round }) => [dueOn, round])).toEqual([
    ['2026-12-31', 202612],
    ['2026-12-31', 202610],
  ])
  expect(due('2028-02-29').map(({ dueOn }) => dueOn)).toEqual(['2028-02-29', '2028-03-31'])
})

test('facts count by quarter and month, and every count opens to its records', () => {
  const fact = (id: string, kind: FactRecord['kind'], happenedOn: string, confirmed = false): FactRecord => ({
    id,
    organisation: 'b',
    organisationName: '支部',
    kind,
    happenedOn,
    sentence: '一句话',
    confirmed,
  })
  const own = [
    fact('1', 'members-meeting', '2026-03-31'),
    fact('2', 'members-meeting', '2026-04-01'),
    fact('3', 'problem-solved', '2026-12-31', true),
    fact('4', 'problem-solved', '2026-05-01'),
  ]
  const facts = factsFrom(own, [fact('5', 'adopted', '2026-06-01')])
  expect(facts.quarters['members-meeting'].map((each) => each.map(({ id }) => id))).toEqual([['1'], ['2'], [], []])
  expect(facts.months['problem-solved'].map((each) => each.length)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1])
  expect(facts.confirmedProblems.map(({ id }) => id)).toEqual(['3'])
  expect(facts.adoptionsByOthers.map(({ id }) => id)).toEqual(['5'])
  expect(Object.keys(facts.kinds)).toEqual([...recordKinds])
})
