import { expect, test } from 'vitest'
import { answer, answerObjection } from './answer.ts'
import { close, disclose, isOver, type Notice, speak } from './notice.ts'

const open: Notice = { state: 'open', scope: 'society', lastDay: '2026-10-12' }
const closed: Notice = { ...open, state: 'closed', outcome: 'in-effect', closedOn: '2026-10-13' }
const before = '2026-10-12T23:59:59.999000+08:00'
const midnight = '2026-10-13T00:00:00.000000+08:00'
const none = { open: 0, upheld: 0, waiting: 0 }

test('a notice ends at 24:00 of its last day, to the millisecond', () => {
  expect([isOver(open, before), isOver(open, midnight)]).toEqual([false, true])
  expect(speak(open, before).ok).toBe(true)
  expect(speak(open, midnight)).toEqual({ ok: false, reason: 'notice.period-over' })
  expect(speak(closed, before).ok).toBe(false)
  expect(close(open, 'in-effect', none, before)).toMatchObject({ reason: 'notice.not-ripe' })
  expect(close(open, 'in-effect', none, midnight)).toMatchObject({ ok: true, value: { closedOn: '2026-10-13' } })
})

test('an open objection holds it up, an upheld one sends the subject back, and that alone', () => {
  expect(close(open, 'in-effect', { open: 1, upheld: 0, waiting: 0 }, midnight)).toMatchObject({
    reason: 'notice.objection-open',
  })
  expect(close(open, 'in-effect', { open: 0, upheld: 1, waiting: 0 }, midnight)).toMatchObject({
    reason: 'notice.objection-upheld',
  })
  expect(close(open, 'objection-upheld', none, before)).toMatchObject({ reason: 'notice.no-objection-upheld' })
  expect(close(open, 'objection-upheld', { open: 1, upheld: 1, waiting: 0 }, before)).toMatchObject({
    reason: 'notice.objection-open',
  })
  expect(close(open, 'objection-upheld', { open: 0, upheld: 1, waiting: 0 }, before).ok).toBe(true)
  for (const outcome of ['in-effect', 'objection-upheld'] as const)
    expect(close(open, outcome, { open: 1, upheld: 1, waiting: 1 }, midnight)).toMatchObject({
      reason: 'notice.paper-waiting',
    })
  expect(close(closed, 'in-effect', none, midnight)).toMatchObject({ reason: 'notice.closed' })
})

test('nothing is disclosed without a named check by another person', () => {
  expect(disclose(null, 'office')).toMatchObject({ reason: 'notice.not-checked' })
  expect(disclose('office', 'office')).toMatchObject({ reason: 'notice.checker-cannot-disclose' })
  expect(disclose('reader', 'office').ok).toBe(true)
})

const body = [
  { label: '创建目标', text: '服务水平有所提高，群众有所满意。' },
  { label: '宣传语', text: '争创一流' },
]

test('an answer is given once, and its words fit its result', () => {
  const wording = { where: '宣传语', before: '争创', after: '守住' }
  const changes = [
    { opinion: 2, wordings: [{ where: '创建目标', before: '有所提高', after: '提高一成' }] },
    { opinion: 3, asIn: 2 },
  ]
  type Given = 'adopted' | 'partly' | 'declined' | 'groundless'
  const given = (disposition: Given, wordings = [wording], asIn: number | null = null) =>
    answer({ disposition: null }, { disposition, reply: '答复', wordings, asIn }, { state: 'open', body, changes })
  expect(given('adopted').ok).toBe(true)
  expect(given('adopted', [])).toMatchObject({ reason: 'notice.wordings-needed' })
  expect(given('partly', []).ok).toBe(true)
  expect(given('declined')).toMatchObject({ reason: 'notice.wordings-not-wanted' })
  expect(given('groundless', []).ok).toBe(true)
  expect(given('adopted', [], 2).ok).toBe(true)
  expect(given('partly', [], 2).ok).toBe(true)
  expect(given('adopted', [wording], 2)).toMatchObject({ reason: 'notice.words-or-the-same' })
  expect(given('declined', [], 2)).toMatchObject({ reason: 'notice.wordings-not-wanted' })
  // neither one that is not there nor one that changed no words itself
  for (const none of [1, 3, 9]) expect(given('adopted', [], none)).toMatchObject({ reason: 'notice.no-such-words' })
  const answered = { disposition: 'declined' as const }
  const more = { disposition: 'adopted' as const, reply: '答复', wordings: [wording], asIn: null }
  expect(answer(answered, more, { state: 'open', body, changes: [] })).toMatchObject({
    reason: 'notice.already-answered',
  })
  expect(answer({ disposition: null }, more, { state: 'closed', body, changes: [] })).toMatchObject({
    reason: 'notice.no-more-wordings',
  })
  expect(
    answer({ disposition: null }, more, { state: 'open', body, changes: [{ opinion: 1, wordings: [wording] }] }),
  ).toMatchObject({
    reason: 'notice.words-not-found',
  })
})

test('an objection is answered once, and not before its substance was passed on', () => {
  const given = { result: 'upheld' as const, reply: '属实', substance: '' }
  expect(answerObjection({ result: null, substance: null }, given)).toMatchObject({
    reason: 'notice.substance-needed',
  })
  expect(answerObjection({ result: null, substance: '要点' }, given)).toMatchObject({ value: { substance: '要点' } })
  expect(answerObjection({ result: 'not-upheld', substance: '要点' }, given)).toMatchObject({
    reason: 'notice.already-answered',
  })
})
