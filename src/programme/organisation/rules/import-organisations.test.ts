import { describe, expect, test } from 'vitest'
import {
  branch,
  bureau,
  changes,
  organisation,
  person,
  planned,
  present,
  reasons,
  root,
  warnings,
} from './example-register.ts'
import { isIdentityNumber, nameKey, tidyName } from './import-lines.ts'
import { standsUnder } from './import-organisations.ts'

describe('organisations in a file', () => {
  test('the one above may stand in the file, above or below its row, or be on record', () => {
    const rows = [
      organisation(2, '甲船党支部', { parent: '海巡支队党总支' }),
      organisation(3, '海巡支队党总支', { kind: 'general-branch' }),
    ]
    expect(reasons({ organisations: rows })).toEqual([])
    expect(reasons({ organisations: [organisation(2, '甲', { parent: '没有这个党委' })] })).toEqual([
      'organisations 2 parent import-parent-unknown',
    ])
  })

  test('a row that refers to one whose own row is wrong is not wrong as well', () => {
    const rows = [organisation(3, '甲船党支部', { parent: '海巡支队党总支' })]
    expect(reasons({ organisations: rows, broken: ['海巡支队党总支'] })).toEqual([])
  })

  test('a ring of organisations is found, in the file and through what is on record', () => {
    const ring = [
      organisation(2, '甲党委', { kind: 'committee', parent: '乙党委' }),
      organisation(3, '乙党委', { kind: 'committee', parent: '甲党委' }),
      organisation(4, '丙党支部', { parent: '甲党委' }),
    ]
    expect(reasons({ organisations: ring })).toEqual([
      'organisations 2 parent import-below-itself',
      'organisations 3 parent import-below-itself',
    ])
    const self = organisation(2, '丁党委', { kind: 'committee', parent: '丁党委' })
    expect(reasons({ organisations: [self] })).toEqual(['organisations 2 parent import-below-itself'])
    const upside = organisation(2, root, { kind: 'committee', parent: bureau })
    expect(reasons({ organisations: [upside] })).toEqual(['organisations 2 parent import-below-itself'])
  })

  test('a branch has none below it, and a general branch no committee', () => {
    expect(standsUnder('branch', 'branch')).toBe(false)
    expect(standsUnder('branch', null)).toBe(false)
    expect(standsUnder('committee', 'general-branch')).toBe(false)
    expect(standsUnder('branch', 'general-branch')).toBe(true)
    expect(reasons({ organisations: [organisation(2, '甲', { parent: branch })] })).toEqual([
      'organisations 2 kind import-stands-under',
    ])
  })

  test('one that becomes a branch must not have others below it, even if the file does not name them', () => {
    expect(reasons({ organisations: [organisation(2, bureau, { kind: 'branch', parent: root })] })).toEqual([
      'organisations 2 kind import-stands-under',
    ])
  })

  test('there is one topmost organisation', () => {
    const second = organisation(2, '另一个党委', { kind: 'committee', parent: null })
    expect(planned({ organisations: [second] }).problems).toMatchObject([
      { reason: 'organisation.import-parent-missing', details: { root } },
    ])
    expect(reasons({ organisations: [organisation(2, root, { kind: 'committee', parent: null })] })).toEqual([])
    const empty = { organisations: [], people: [], posts: [] }
    expect(reasons({ organisations: [organisation(2, '某党支部', { parent: null })] }, [], empty)).toEqual([
      'organisations 2 kind import-stands-under',
    ])
  })

  test('a doubled row is passed over when it is the same, and refused when it differs', () => {
    const same = [organisation(2, '甲党支部'), organisation(3, '甲 党支部')]
    expect(reasons({ organisations: [same[0]!, { ...same[0]!, row: 3 }] })).toEqual([])
    expect(warnings({ organisations: [same[0]!, { ...same[0]!, row: 3 }] })).toEqual(['3 import-row-doubled'])
    const other = { ...same[0]!, row: 3, setUpOn: '2011-01-01' }
    expect(reasons({ organisations: [same[0]!, other] })).toEqual(['organisations 3 name import-row-differs'])
  })

  test('a blank cell changes nothing, a filled one changes what it says; the way of writing a name does not count', () => {
    expect(changes({ organisations: [organisation(2, '广州海事局　黄埔海事处党支部')] })).toEqual([
      ['unchanged', branch],
    ])
    expect(
      changes({ organisations: [organisation(2, branch, { region: '珠三角', parent: root, sortNo: 9 })] }),
    ).toEqual([['changed', branch, `parent ${bureau}→${root}`, 'region null→珠三角', 'sortNo 2→9']])
  })

  test('a dissolved organisation is not used again', () => {
    const state = {
      ...present,
      organisations: present.organisations.map((each) => ({ ...each, dissolved: each.id === 'o3' })),
    }
    expect(reasons({ organisations: [organisation(2, branch)] }, [], state)).toEqual([
      'organisations 2 name import-dissolved',
    ])
    expect(reasons({ people: [person(2, '9', '甲')] }, [], state)).toEqual([
      'people 2 organisation import-organisation-unknown',
    ])
  })
})

describe('ways of writing', () => {
  test('names are tidied: full-width digits, blanks between characters, the dot in other peoples’ names', () => {
    expect(tidyName('海巡０９３１船党支部　')).toBe('海巡0931船党支部')
    expect(tidyName('王　芳')).toBe('王芳')
    expect(tidyName('买买提•艾力')).toBe('买买提·艾力')
    expect(tidyName('黄埔\n海事处')).toBe('黄埔海事处')
    expect(nameKey('机关（第一）党支部')).toBe(nameKey('机关(第一) 党支部'))
    expect(nameKey('王𬭎')).not.toBe(nameKey('王宏'))
  })

  test('an identity number is known by its day of birth and its check digit; other numbers of 18 digits are not', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true)
    expect(isIdentityNumber('11010519491231002x')).toBe(true)
    expect(isIdentityNumber('110105194912310021')).toBe(false)
    expect(isIdentityNumber('110105194913310028')).toBe(false)
    expect(isIdentityNumber('440100000000000019')).toBe(false)
  })
})
