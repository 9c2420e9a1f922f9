import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, type Answers, allYes, passable, questions, reasonsFrom } from './questions.ts'

const no = (remark = ''): Answer => ({ answer: 'no', remark })

test('a theme is passed only when every question was answered, and every one with yes', () => {
  expect(passable(allYes()).ok).toBe(true)
  expect(passable({})).toMatchObject({
    reason: 'theme.questions-open',
    details: { open: '与中心工作的结合、自身优势、长期坚持的条件、优势方面、比较对象' },
  })
  expect(passable({ ...allYes(), lasting: undefined } as unknown as Answers)).toMatchObject({
    details: { open: '长期坚持的条件' },
  })
  expect(passable({ ...allYes(), tie: no('口号'), comparison: no() })).toMatchObject({
    reason: 'theme.no-cannot-pass',
    details: { no: '与中心工作的结合、比较对象' },
  })
})

test('no remark and no other answer makes up for one no', () => {
  const answer = fc.record({ answer: fc.constantFrom('yes', 'no'), remark: fc.string() })
  const answers = fc.record(Object.fromEntries(questions.map((question) => [question, fc.option(answer)])))
  fc.assert(
    fc.property(answers, (given) => {
      const told = Object.fromEntries(Object.entries(given).filter(([, each]) => each !== null)) as Answers
      expect(passable(told).ok).toBe(questions.every((question) => told[question]?.answer === 'yes'))
    }),
  )
})

test('what is remarked at a no is not asked for a second time', () => {
  const answers = { ...allYes(), lasting: no('没有写轮岗后谁来接'), comparison: no('没有比较对象'), aspect: no(' ') }
  expect(reasonsFrom('', answers)).toBe('长期坚持的条件：没有写轮岗后谁来接\n比较对象：没有比较对象')
  expect(reasonsFrom('请再提炼', answers)).toBe('请再提炼')
  expect(reasonsFrom(' ', allYes())).toBe('')
})
