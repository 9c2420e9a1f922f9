import { expect, test } from 'vitest'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { confirm, finish, isLate, type Problem, type SolvingRecord, sendBack, setMeasures, takeOn } from './problem.ts'

const branch = 'branch' as OrganisationId
const secretary = 'secretary' as PersonId
const deputy = 'deputy' as PersonId
const above = 'above' as PersonId
const by = (person: PersonId) => ({ by: person, at: '2026-07-15T12:00:00.000000+08:00' })
const taken = {
  id: 'p' as Id<'problem'>,
  organisation: branch,
  kind: 'shortcoming',
  title: '夜间值守薄弱',
  benchmark: '全年夜间险情十分钟内响应',
  gap: '平均二十分钟',
  dueOn: '2026-09-30',
  takenOn: by(secretary),
  returned: null,
  state: 'taken-on',
} satisfies Problem
const solved: SolvingRecord = { organisation: branch, kind: 'problem-solved', standing: true }
const planned = () => value(setMeasures(taken, { ...by(deputy), text: '增班' }))
const done = () => value(finish(planned(), { ...by(secretary), result: '九分钟' }, [solved]))

function value<Value>(decision: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

test('one thing after another: taken on, measures, done, confirmed', () => {
  expect(takeOn(taken, '2026-10-01')).toMatchObject({ reason: 'problem.due-day-is-over' })
  expect(finish(taken, { ...by(secretary), result: '好' }, [solved])).toMatchObject({
    reason: 'problem.measures-first',
  })
  expect(confirm(planned(), by(above), [solved])).toMatchObject({ reason: 'problem.not-done' })
  expect(setMeasures(done(), { ...by(secretary), text: '再加' })).toMatchObject({ reason: 'problem.done-already' })
  expect(value(confirm(done(), by(above), [solved])).state).toBe('confirmed')
})

test('it is shown by standing records of its own, one of a solved problem', () => {
  const end = (records: SolvingRecord[]) => finish(planned(), { ...by(secretary), result: '好' }, records)
  for (const records of [
    [],
    [{ ...solved, kind: 'activity' }],
    [{ ...solved, standing: false }],
    [solved, { ...solved, organisation: 'other' as OrganisationId }],
  ])
    expect(end(records)).toMatchObject({ reason: 'problem.no-record' })
  // what the record was of has ended and its problem went over meanwhile
  expect(confirm(done(), by(above), [{ ...solved, organisation: 'ended' as OrganisationId }]).ok).toBe(true)
  expect(confirm(done(), by(above), [{ ...solved, standing: false }])).toMatchObject({ reason: 'problem.no-record' })
})

test('nobody who had a hand in it confirms it or sends it back', () => {
  for (const person of [secretary, deputy]) {
    expect(confirm(done(), by(person), [solved])).toMatchObject({ reason: 'problem.confirmed-by-someone-else' })
    expect(sendBack(done(), person, '没解决')).toMatchObject({ reason: 'problem.confirmed-by-someone-else' })
  }
  expect(value(sendBack(done(), above, '仍有两次超时'))).toMatchObject({
    state: 'measures-set',
    returned: '仍有两次超时',
  })
})

test('it is late after its day, until it is said to be done', () => {
  expect([isLate(taken, '2026-09-30'), isLate(taken, '2026-10-01'), isLate(done(), '2026-10-01')]).toEqual([
    false,
    true,
    false,
  ])
})
