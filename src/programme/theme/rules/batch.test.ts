import { expect, test } from 'vitest'
import { lookedAtEach } from './batch.ts'

test('several themes are passed at once only when each was opened, and each once', () => {
  const seen = (theme: string) => ({ theme, looked: true })
  expect(lookedAtEach([seen('a'), seen('b')]).ok).toBe(true)
  expect(lookedAtEach([seen('a'), { theme: 'b', looked: false }, { theme: 'c', looked: false }])).toMatchObject({
    reason: 'theme.look-first',
    details: { unseen: 2 },
  })
  expect(lookedAtEach([seen('a'), seen('a')])).toMatchObject({ reason: 'theme.twice-in-batch' })
})
