import { expect, test } from 'vitest'
import type { Actor, Post } from '#basics/actor.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import { addable, MOST_PHRASES, mayKeep, mayUsePhrases, withPhrase } from './phrase.ts'

const bureau = 'bureau' as OrganisationId
const actor = (person: string, post: Post, organisation = bureau): Actor => ({
  person: person as PersonId,
  name: person,
  posts: [{ post, organisation, path: `root/${organisation}/` }],
})
const phrase = (shared: boolean) => ({ organisation: bureau, addedBy: 'he' as PersonId, shared })

test('whoever reviews for the organisation uses its phrases; own ones are kept by their owner alone', () => {
  for (const post of ['office', 'secretary', 'confidentiality'] as const)
    expect(mayUsePhrases(actor('she', post), bureau).ok).toBe(true)
  expect(mayUsePhrases(actor('she', 'member'), bureau).ok).toBe(false)
  expect(mayUsePhrases(actor('she', 'office', 'other' as OrganisationId), bureau).ok).toBe(false)
  expect(mayKeep(actor('she', 'office'), phrase(true)).ok).toBe(true)
  expect(mayKeep(actor('she', 'office'), phrase(false))).toMatchObject({ reason: 'theme.only-own-phrases' })
  expect(mayKeep(actor('he', 'office'), phrase(false)).ok).toBe(true)
  expect(mayKeep(actor('he', 'member'), phrase(false))).toMatchObject({ reason: 'theme.only-reviewers' })
})

test('a phrase is added once, and not without end', () => {
  expect(addable('同意。', ['不同意。']).ok).toBe(true)
  expect(addable('同意。', ['同意。'])).toMatchObject({ reason: 'theme.phrase-there' })
  const many = Array.from({ length: MOST_PHRASES }, (_, at) => `第${at}句`)
  expect(addable('同意。', many)).toMatchObject({ reason: 'theme.phrases-full', details: { most: 40 } })
})

test('a chosen phrase stands before what was typed, once', () => {
  expect(withPhrase('', '请改')).toBe('请改')
  expect(withPhrase('同意。', '  ')).toBe('同意。')
  expect(withPhrase('请补充。', '写明任务')).toBe('请补充。\n写明任务')
  expect(withPhrase('请补充。', '请补充。写明任务')).toBe('请补充。写明任务')
})
