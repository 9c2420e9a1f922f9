import { describe, expect, test } from 'vitest'
import { addDays, isDay, yearOf } from '#basics/calendar.ts'
import { runningYear, sampleProgramme } from './programme.ts'
import { namedKeys } from './types.ts'

const anchor = '2026-07-15'
const sample = sampleProgramme({ anchor })
const branches = sample.organisations.filter(({ kind }) => kind === 'branch')
const byCode = new Map(sample.organisations.map((organisation) => [organisation.code, organisation]))
const person = new Map(sample.people.map((one) => [one.staffNo, one]))

/** Every string in the sample with the field it stands in. */
function strings(value: unknown, field = ''): [field: string, text: string][] {
  if (typeof value === 'string') return [[field, value]]
  if (Array.isArray(value)) return value.flatMap((item) => strings(item, field))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => strings(item, key))
}

describe('organisations', () => {
  test('267 branches stand in three regions under one root', () => {
    expect(branches).toHaveLength(267)
    expect(['珠三角', '粤西', '粤东'].map((name) => branches.filter(({ region }) => region === name).length)).toEqual([
      174, 48, 45,
    ])
    expect(sample.organisations.filter(({ parent }) => parent === null).map(({ shortName }) => shortName)).toEqual([
      '局党委',
    ])
  })

  test('codes and names are unique, and parents stand before their children and are older', () => {
    expect(new Set(sample.organisations.map(({ code }) => code)).size).toBe(sample.organisations.length)
    expect(new Set(sample.organisations.map(({ name }) => name)).size).toBe(sample.organisations.length)
    for (const [index, { parent, setUpOn }] of sample.organisations.entries()) {
      const at = sample.organisations.findIndex(({ code }) => code === parent)
      expect(at).toBeLessThan(index)
      if (parent !== null) expect(byCode.get(parent)!.setUpOn <= setUpOn).toBe(true)
      if (parent !== null) expect(byCode.get(parent)!.kind).not.toBe('branch')
    }
  })

  test('the count of members is that of the people, at every level', () => {
    const members = sample.people.filter(({ kind }) => kind === 'member')
    expect(sample.organisations[0]!.memberCount).toBe(members.length)
    for (const { code, memberCount } of branches)
      expect(memberCount).toBe(members.filter(({ organisation }) => organisation === code).length)
  })
})

describe('people', () => {
  test('about 3,000 people have unique staff numbers, and no two in a branch share a name', () => {
    expect(sample.people.length).toBeGreaterThan(2900)
    expect(sample.people.length).toBeLessThan(3100)
    expect(person.size).toBe(sample.people.length)
    expect(new Set(sample.people.map(({ organisation, name }) => organisation + name)).size).toBe(sample.people.length)
    expect(sample.people.filter(({ staffNo }) => /^0\d{6}$/.test(staffNo)).length).toBeGreaterThan(100)
  })

  test('every organisation has a secretary, every upper one an office, every body a confidentiality reviewer', () => {
    const held = new Set(
      sample.people.flatMap(({ posts }) => posts.map(({ post, organisation }) => `${post} ${organisation}`)),
    )
    for (const { code, kind, parent } of sample.organisations) {
      expect(held).toContain(`secretary ${code}`)
      if (kind !== 'branch') expect(held).toContain(`office ${code}`)
      if (parent === null || parent === '0400') expect(held).toContain(`confidentiality ${code}`)
    }
    const holding = (post: string) => sample.people.filter(({ posts }) => posts.some((one) => one.post === post))
    expect(holding('assessor')).toHaveLength(24)
    expect(holding('system-admin')).toHaveLength(1)
    expect(holding('security-admin')).toHaveLength(1)
    expect(holding('audit-admin')).toHaveLength(1)
  })

  test('posts are held by members only, in organisations that exist, and nobody holds one before they came', () => {
    for (const { kind, posts, from } of sample.people)
      for (const held of posts) {
        expect(kind).toBe('member')
        expect(byCode.has(held.organisation)).toBe(true)
        expect(held.from >= from).toBe(true)
      }
  })

  test('no administrator holds any other post', () => {
    for (const { posts } of sample.people)
      if (posts.some(({ post }) => post.endsWith('admin'))) expect(posts).toHaveLength(1)
  })

  test('every named person exists, and stands for what is said of them', () => {
    expect(sample.namedPeople.map(({ key }) => key)).toEqual(namedKeys)
    const branchOf = (key: string) => sample.namedPeople.find((one) => one.key === key)!.organisation
    const themeOf = (key: string) => sample.themes.find(({ branch }) => branch === branchOf(key))?.state
    expect(themeOf('returnedSecretary')).toBe('returned')
    expect(themeOf('noticeSecretary')).toBe('on-notice')
    expect(themeOf('noThemeSecretary')).toBeUndefined()
    expect(themeOf('namedSecretary')).toBe('in-force')
    const postsOf = (key: string) => person.get(sample.namedPeople.find((one) => one.key === key)!.staffNo!)!.posts
    expect(postsOf('member')).toEqual([])
    expect(postsOf('staff')).toEqual([])
    expect(postsOf('bureauOffice').map(({ post }) => post)).toEqual(['office'])
    expect(byCode.get(branchOf('shipSecretary')!)!.unitKind).toBe('ship')
  })
})

describe('records', () => {
  test('every branch has some of both years, and none from before it was set up', () => {
    for (const { code, setUpOn } of branches) {
      const own = sample.records.filter(({ branch }) => branch === code)
      expect(new Set(own.map(({ cycle }) => cycle)).size).toBe(2)
      expect(own.every(({ happenedOn }) => happenedOn >= setUpOn)).toBe(true)
    }
    expect(new Set(sample.records.map(({ key }) => key)).size).toBe(sample.records.length)
  })

  test('a record is entered after it happened, in its year, and every blank of its sentence is filled', () => {
    for (const { happenedOn, recordedOn, sentence, cycle } of sample.records) {
      expect(happenedOn <= recordedOn).toBe(true)
      expect(yearOf(happenedOn)).toBe(cycle)
      expect(sentence).not.toMatch(/[{}]/)
    }
  })

  test('a practice is taken over from a branch of another body', () => {
    const adopted = sample.records.filter(({ kind }) => kind === 'adopted')
    expect(adopted.length).toBeGreaterThan(100)
    for (const { branch, adoptedFrom } of adopted) expect(adoptedFrom!.slice(0, 4)).not.toBe(branch.slice(0, 4))
  })

  test('the thin sample keeps people and themes and drops most records', () => {
    const thin = sampleProgramme({ anchor, thin: true })
    expect(thin.people).toEqual(sample.people)
    expect(thin.themes).toEqual(sample.themes)
    expect(thin.records.length).toBeLessThan(sample.records.length / 5)
    expect(thin.records.every((record) => sample.records.some(({ key }) => key === record.key))).toBe(true)
  })
})

describe('the whole sample', () => {
  test('the same anchor and seed make the same sample, another seed other people', () => {
    expect(sampleProgramme({ anchor })).toEqual(sample)
    const other = sampleProgramme({ anchor, seed: 2 })
    expect(other.people.map(({ name }) => name)).not.toEqual(sample.people.map(({ name }) => name))
    expect(other.organisations.map(({ name }) => name)).toEqual(sample.organisations.map(({ name }) => name))
  })

  test.each(['2026-01-01', '2026-03-31', '2026-04-01', '2026-07-15', '2026-12-31', '2028-02-29'])(
    'nothing that happened lies after the anchor %s, and last year was finished by then',
    (day) => {
      const { cycles, earlierCycles, assessmentCalendar, ...rest } = sampleProgramme({ anchor: day })
      const dates = strings(rest).filter(([field]) => /On$|^on$|^from$/.test(field) && field !== 'adoptedFrom')
      expect(dates.filter(([, text]) => !isDay(text))).toEqual([])
      expect(dates.filter(([, text]) => text > day)).toEqual([])
      expect(assessmentCalendar.namedOn <= day).toBe(true)
      expect(cycles.last.year).toBe(runningYear(day) - 1)
      expect(cycles.running.openedOn <= day).toBe(true)
      expect(earlierCycles.every(({ state }) => state === 'finished')).toBe(true)
    },
  )

  test('an open notice is really open: five working days cannot have passed since it was posted', () => {
    for (let ahead = 0; ahead < 7; ahead++) {
      const day = addDays(anchor, ahead)
      const open = sampleProgramme({ anchor: day, thin: true }).themes.filter((theme) => theme.state === 'on-notice')
      for (const theme of open) expect(theme.notice.from >= addDays(day, -6)).toBe(true)
    }
  })

  test('no identity numbers, no telephone numbers, no barred words', () => {
    const text = strings(sample)
      .filter(([field]) => field !== 'key')
      .map(([, one]) => one)
      .join('\n')
    expect(text).not.toMatch(/\d{15,18}[\dXx]?/)
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
    expect(text).not.toMatch(/打卡|积分|点赞|排行|签到|党徽/)
  })

  test('a text that is no day is refused as anchor', () => {
    expect(() => sampleProgramme({ anchor: '2026-02-30' })).toThrow('no day')
  })
})
