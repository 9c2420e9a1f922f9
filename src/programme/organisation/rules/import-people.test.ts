import { describe, expect, test } from 'vitest'
import { branch, bureau, changes, person, planned, present, reasons, root, warnings } from './example-register.ts'
import type { PersonLine } from './import-lines.ts'
import { countsOf, entriesOf } from './import-plan.ts'

describe('people in a file', () => {
  test('are known by their number, and by organisation and name without one', () => {
    expect(
      changes({ people: [person(2, '0104', '黄志远', { organisation: bureau }), person(3, null, '陈𬭎')] }),
    ).toEqual([
      ['changed', '黄志远', `organisation ${branch}→${bureau}`],
      ['unchanged', '陈𬭎'],
    ])
  })

  test('a number is given to the one of that name who has none, and never taken for another person', () => {
    expect(changes({ people: [person(2, '0777', '陈𬭎')] })).toEqual([['changed', '陈𬭎', 'staffNo null→0777']])
    expect(changes({ people: [person(2, '104', '黄志远')] })).toEqual([['new', '黄志远']])
    expect(warnings({ people: [person(2, '0104', '黄致远')] })).toEqual([
      '2 import-name-changes',
      '2 import-post-stays',
    ])
  })

  test('two of one name in an organisation ask for a number', () => {
    const two = [person(2, null, '王芳'), person(3, null, '王芳', { kind: 'staff' })]
    expect(reasons({ people: two })).toEqual(['people 3 staffNo import-number-needed'])
    expect(reasons({ people: [person(2, '7', '王芳'), person(3, null, '王芳')] })).toEqual([
      'people 3 staffNo import-number-needed',
    ])
    expect(reasons({ people: [person(2, '7', '王芳'), person(3, '8', '王芳')] })).toEqual([])
    expect(reasons({ people: [person(2, '7', '陈𬭎'), person(3, '8', '陈𬭎')] })).toEqual([
      'people 3 staffNo import-number-needed',
    ])
    const moved = [person(2, '0104', '黄志远', { organisation: bureau }), person(3, null, '黄志远')]
    expect(reasons({ people: moved })).toEqual(['people 3 staffNo import-number-needed'])
  })

  test('one number stands for one person', () => {
    const rows = [person(2, '7', '王芳'), person(3, '7', '王方')]
    expect(reasons({ people: rows })).toEqual(['people 3 staffNo import-row-differs'])
    expect(warnings({ people: [rows[0]!, { ...rows[0]!, row: 3 }] })).toEqual(['3 import-row-doubled'])
  })

  test('whoever had left is back when the file names them, and nobody leaves by not being named', () => {
    const state = { ...present, people: present.people.map((each) => ({ ...each, left: each.id === 'p3' })) }
    const made = planned({ people: [person(2, null, '陈𬭎')] }, [], state)
    const entries = entriesOf(made, state)
    expect(entries[0]).toMatchObject({ change: 'changed', returns: true })
    expect(countsOf(entries)).toMatchObject({ people: { changed: 1, absent: 2 }, organisations: { absent: 3 } })
  })
})

describe('posts in a file', () => {
  const secretary = (row: number, staffNo: string, name: string, more: Partial<PersonLine> = {}) =>
    person(row, staffNo, name, { posts: ['secretary'], ...more })

  test('what is held already is not given again', () => {
    expect(changes({ people: [secretary(2, '0104', '黄志远')] })).toEqual([['unchanged', '黄志远']])
    expect(warnings({ people: [secretary(2, '0104', '黄志远', { fromOn: '2023-01-01' })] })).toEqual([
      '2 import-post-day-stays',
    ])
  })

  test('a new secretary follows the present one, later', () => {
    expect(changes({ people: [secretary(2, '0777', '王芳', { fromOn: '2026-01-01' })] })).toEqual([
      ['new', '王芳', 'secretary for 黄志远'],
    ])
    expect(reasons({ people: [secretary(2, '0777', '王芳', { fromOn: '2022-05-01' })] })).toEqual([
      'people 2 fromOn import-secretary-before',
    ])
  })

  test('an organisation has one secretary, who is a Party member', () => {
    const two = [secretary(2, '0104', '黄志远'), secretary(3, '0777', '王芳')]
    expect(reasons({ people: two })).toEqual(['people 3 posts import-two-secretaries'])
    expect(reasons({ people: [secretary(2, '0777', '王芳', { kind: 'staff' })] })).toEqual([
      'people 2 kind import-secretary-no-member',
    ])
    const waiting = { ...present, posts: present.posts.map((each) => ({ ...each, confirmed: each.person !== 'p2' })) }
    expect(reasons({ people: [secretary(2, '0777', '王芳')] }, [], waiting)).toEqual([
      'people 2 posts import-secretary-waits',
    ])
  })

  test('a secretary who is not followed stays a Party member', () => {
    expect(reasons({ people: [person(2, '0104', '黄志远', { kind: 'staff' })] })).toEqual([
      'people 2 kind import-secretary-no-member',
    ])
    const followed = [person(2, '0104', '黄志远', { kind: 'staff' }), secretary(3, '0777', '王芳')]
    expect(reasons({ people: followed })).toEqual([])
  })

  test('the three administrators exclude each other: in one cell, in two rows, and with what is on record', () => {
    const both = person(2, '0777', '王芳', { posts: ['security-admin', 'audit-admin'] })
    expect(reasons({ people: [both] })).toEqual(['people 2 posts administrators-exclude-each-other'])
    const rows = [
      person(2, '0777', '王芳', { posts: ['audit-admin'] }),
      person(3, '0777', '王芳', { posts: ['security-admin'], postOrganisation: root }),
    ]
    expect(reasons({ people: rows })).toEqual(['people 3 posts administrators-exclude-each-other'])
    const third = person(2, '0001', '单振华', { organisation: root, posts: ['audit-admin'] })
    expect(reasons({ people: [third] }, [])).toEqual(['people 2 posts administrators-exclude-each-other'])
  })

  test('whoever brings the file gives themself nothing', () => {
    const own = person(2, '0001', '单振华', { organisation: root, posts: ['system-admin', 'inspector'] })
    expect(reasons({ people: [own] })).toEqual(['people 2 posts not-your-own-post'])
    expect(reasons({ people: [own] }, ['p2'])).toEqual([])
  })

  test('no post ends because the file is silent', () => {
    const made = planned({ people: [person(2, '0104', '黄志远')] })
    expect(made.warnings).toMatchObject([{ reason: 'organisation.import-post-stays', details: { post: 'secretary' } }])
    expect(changes({ people: [person(2, '0104', '黄志远')] })).toEqual([['unchanged', '黄志远']])
  })

  test('posts in several organisations stand in several rows of one person', () => {
    const rows = [
      secretary(2, '0777', '王芳', { organisation: bureau, posts: ['office'] }),
      person(3, '0777', '王芳', { organisation: bureau, posts: ['assessor'], postOrganisation: root }),
    ]
    expect(changes({ people: rows })).toEqual([['new', '王芳', 'office', 'assessor']])
  })
})
