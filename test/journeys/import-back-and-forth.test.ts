import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContract } from '#programme/organisation/contract-import.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { discard, organisation, person, upload } from './importing.ts'

/** Whatever is on record: written out and brought again, in any form that we write, it changes nothing. */

let world: World
let stage: Stage
let admin: Browser
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
  admin = await world.as(stage.people.systemAdmin)
})
afterAll(() => world.close())

// extension planes, names of other peoples, full-width signs, quotes, separators, what looks like a formula, a number or a code
const awkward = [
  '𠮷',
  '㛃',
  '䶮',
  '龘',
  '买买提·艾力',
  '（一）',
  '“双引号”',
  '"半角"',
  ',逗号',
  ';',
  '=1+1',
  '+86',
  '-号',
  '@处',
]
const more = [
  '001',
  '1e5',
  '＃１２',
  'ＡＢＣ',
  '_x0041_',
  '<b>&amp;',
  "'撇",
  '㐀',
  '\u{2ebf0}',
  'é',
  'ﬁ',
  '２０２６年',
  '第 3 处',
  '~',
]
const piece = fc.constantFrom(...awkward, ...more)
const name = (end: string) =>
  fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => `${pieces.join('')}${end}`)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })
const day = fc.constantFrom('1999-12-31', '2000-02-29', '2019-07-01', '2025-12-31')

const branch = fc.record({
  name: name('党支部'),
  shortName: some(name('支部')),
  region: some(fc.constantFrom('珠三角', '粤东', '𠮷区', '“西”')),
  unit: some(fc.array(name('处'), { minLength: 1, maxLength: 2 }).map((units) => [...new Set(units)].join('、'))),
  sortNo: some(fc.nat({ max: 9999 })),
  setUpOn: day,
})
const somebody = fc.record({
  number: fc.constantFrom('', '0', 'A-', '＃', '00'),
  name: fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join('').slice(0, 28)),
  kind: fc.constantFrom('member' as const, 'staff' as const),
  at: fc.nat(),
  posts: fc.subarray(['inspector', 'assessor', 'office'] as const),
  postAt: some(fc.nat()),
  fromOn: some(day),
})
const register = fc.record({
  branches: fc.uniqueArray(branch, { selector: ({ name: it }) => it, minLength: 1, maxLength: 6 }),
  people: fc.array(somebody, { minLength: 1, maxLength: 12 }),
})

const forms = [
  ['workbook', 'utf-8'],
  ['organisations', 'utf-8'],
  ['organisations', 'gb18030'],
  ['people', 'utf-8'],
  ['people', 'gb18030'],
] as const

async function counts() {
  const { rows } = await sql<{ organisations: number; people: number }>`select
    (select count(*)::integer from organisation) as organisations, (select count(*)::integer from person) as people`.execute(
    world.owner,
  )
  return rows[0]!
}

test('structures and people with awkward names come back unchanged from workbooks and from text', {
  timeout: 240_000,
}, async () => {
  let [round, brought] = [0, 0]
  const once = async ({ branches, people }: typeof register extends fc.Arbitrary<infer Value> ? Value : never) => {
    round++
    const places = branches.map((each) =>
      organisation(`${round}${each.name}`, each && { ...each, name: `${round}${each.name}` }),
    )
    const names = places.map((each) => each.name)
    const rows = people.map(({ number, name: called, kind, at, posts, postAt, fromOn }, index) => {
      const held = posts.length > 0 ? { posts: [...posts], fromOn } : { posts: [] }
      const elsewhere = held.posts.length > 0 && postAt !== null ? names[postAt % names.length]! : null
      const own = names[at % names.length]!
      const postOrganisation = elsewhere === own ? null : elsewhere
      return person(`${number}${round}-${index}`, called, own, { kind, ...held, postOrganisation })
    })
    // what the rules refuse is no register
    const first = await upload(admin, places, rows)
    if (first.state === 'faulty') {
      await discard(admin, first.id)
      return
    }
    await admin.get(importContract.applyImport, { import: first.id })
    brought++
    await sql`update post set confirmed_by = ${stage.people.securityAdmin}, confirmed_at = app_now()
      where confirmed_at is null and refused_by is null`.execute(world.owner)
    const all = await counts()
    for (const [as, encoding] of forms) {
      const file = await admin.get(importContract.exportOrganisations, { as, encoding })
      const back = await admin.get(importContract.uploadImport, { file: file as never })
      const none = { new: 0, changed: 0, absent: 0 }
      expect([as, encoding, back.state, back.counts]).toEqual([
        ...[as, encoding, 'previewed'],
        {
          organisations: as === 'people' ? expect.anything() : { ...none, unchanged: all.organisations },
          people: as === 'organisations' ? expect.anything() : { ...none, unchanged: all.people },
          ...{ posts: 0, problems: 0, warnings: 0, rows: expect.any(Number) },
        },
      ])
      if (as !== 'workbook') expect(back.text?.encoding).toBe(encoding)
      await discard(admin, back.id)
    }
  }
  await fc.assert(fc.asyncProperty(register, once), { numRuns: 10, endOnFailure: true })
  expect(brought).toBeGreaterThan(4)
})
