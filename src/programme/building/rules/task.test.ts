import { expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import {
  approve,
  type CoreTask,
  change,
  draftable,
  issue,
  serves,
  standingOf,
  type TaskContent,
  withdraw,
} from './task.ts'

const clerk = 'clerk' as PersonId
const secretary = 'secretary' as PersonId
const at = '2026-07-01T09:00:00.000000+08:00'
const content: TaskContent = {
  kind: 'seasonal',
  name: '防台风',
  purpose: '',
  documentNumber: null,
  from: '2026-06-01',
  to: '2026-10-31',
  measures: ['ships'],
  addressees: ['root' as OrganisationId],
  minutes: 5,
}
const draft: CoreTask = {
  id: 't',
  organisation: 'root' as OrganisationId,
  content,
  setUpBy: clerk,
  setUpAt: at,
  state: 'draft',
  approval: null,
}
const sent = { by: clerk, at, today: '2026-07-01', asked: [] }
const issued = (() => {
  const decision = issue(draft, sent)
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
})()

test('asking for figures costs minutes, and a period has an end', () => {
  expect(draftable({ ...content, minutes: 0 })).toMatchObject({ reason: 'building.task-asks-for-nothing' })
  expect(draftable({ ...content, minutes: 0, measures: [] }).ok).toBe(true)
  expect(draftable({ ...content, to: '2026-05-31' })).toMatchObject({ reason: 'building.task-ends-before-it-begins' })
})

test('agreeing is another person’s, and only to the words agreed to', () => {
  expect(approve(draft, clerk, at)).toMatchObject({ reason: 'building.task-approved-by-its-author' })
  const agreed = approve(draft, secretary, at)
  expect(agreed).toMatchObject({ ok: true, value: { approval: { by: secretary } } })
  if (!agreed.ok) return
  expect(change(agreed.value, { ...content, minutes: 90 })).toMatchObject({ ok: true, value: { approval: null } })
  expect(approve(issued, secretary, at)).toMatchObject({ reason: 'building.task-not-draft' })
})

test('what is asked for already is not asked for again, and the refusal says where it is', () => {
  const asked = [{ task: 't0', name: '夏季安全', measure: 'ships', measureName: '检查船舶' }]
  expect(issue(draft, { ...sent, asked })).toEqual({
    ok: false,
    reason: 'building.already-asked',
    details: { measure: '检查船舶', name: '夏季安全', link: '/desk/tasks/t0' },
  })
  expect(issue(draft, { ...sent, today: '2026-11-01' })).toMatchObject({ reason: 'building.task-is-over' })
  expect(issue(issued, sent)).toMatchObject({ reason: 'building.task-not-draft' })
})

test('a record serves a task within its days, of those asked, while it is in force', () => {
  const fits = { happenedOn: '2026-10-31', path: 'root/a/', addressees: ['root/'] }
  expect(serves(issued, fits).ok).toBe(true)
  expect(serves(issued, { ...fits, happenedOn: '2026-11-01' })).toMatchObject({ reason: 'building.outside-the-task' })
  expect(serves(issued, { ...fits, addressees: ['root/b/'] })).toMatchObject({
    reason: 'building.not-asked-for-the-task',
  })
  const back = withdraw(issued, clerk, at, '重复')
  expect(back.ok && serves(back.value, fits)).toMatchObject({ reason: 'building.task-not-issued' })
  expect(withdraw(draft, clerk, at, '重复')).toMatchObject({ reason: 'building.task-not-issued' })
})

test.each([
  ['2026-05-31', 'ahead'],
  ['2026-06-01', 'running'],
  ['2026-10-31', 'running'],
  ['2026-11-01', 'over'],
])('on %s an issued task is %s', (today, standing) => {
  expect(standingOf(issued, today)).toBe(standing)
})
