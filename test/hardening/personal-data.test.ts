import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portalPages } from '#main/portal-pages.ts'
import { openSampleWorld } from '../sample-world.ts'
import type { World } from '../world.ts'

/** Checks 73 and 77: every personal column is registered, and the public sees no number of anybody. */

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

/**
 * The columns that could hold something about a person: texts, lists, structures and bytes, and whatever points at a
 * person. Left out are ids of things that are no people, and texts that a constraint limits to words of ours.
 */
function candidates(schema: string): string[] {
  const pointed = new Map<string, string>()
  const limited = new Set<string>()
  for (const [, table, column, other] of schema.matchAll(
    /^constraint (\w+)\.\S+ FOREIGN KEY \((\w+)\) REFERENCES (\w+)/gm,
  ))
    pointed.set(`${table}.${column}`, other!)
  for (const [, table, column] of schema.matchAll(/^constraint (\w+)\.\S+ CHECK \(\((\w+) = ANY \(ARRAY/gm))
    limited.add(`${table}.${column}`)
  return [...schema.matchAll(/^column (\w+)\.(\w+) (\S+)/gm)]
    .filter(([, table, column, type]) => {
      const name = `${table}.${column}`
      const other = pointed.get(name)
      if (other) return other === 'person' || other === 'account'
      return /^(text|character|json|uuid|bytea|inet)/.test(type!) && column !== 'id' && !limited.has(name)
    })
    .map(([, table, column]) => `${table}.${column}`)
}

function registered(page: string): { personal: string[]; plain: string[]; rows: string[][] } {
  const [above = '', below = ''] = page.split('## 不含个人信息')
  const rows = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
  const words = (cell = '') => [...cell.matchAll(/`([\w.]+)`/g)].map(([, word]) => word!)
  return {
    personal: rows(above).flatMap(([columns]) => words(columns)),
    plain: rows(below).flatMap(([table, columns]) => words(columns).map((column) => `${words(table)[0]}.${column}`)),
    rows: rows(above),
  }
}

describe('check 73', () => {
  const schema = read('docs/schema.sql')
  const { personal, plain, rows } = registered(read('docs/personal-data.md'))

  test('every column that could hold something about a person is registered, once', () => {
    const all = [...personal, ...plain]
    expect(candidates(schema).filter((column) => !all.includes(column))).toEqual([])
    expect(all.filter((column, index) => all.indexOf(column) !== index)).toEqual([])
  })

  test('nothing is registered that is not there', () => {
    const there = [...schema.matchAll(/^column (\S+) /gm)].map(([, column]) => column!)
    expect([...personal, ...plain].filter((column) => !there.includes(column))).toEqual([])
  })

  test('each personal column says of whom, why and how long', () => {
    for (const [columns, of = '', why = '', long = ''] of rows)
      expect(of.length > 3 && why.length > 3 && long.length > 3, columns).toBe(true)
  })

  test('whatever points at a person is personal', () => {
    const people = [
      ...schema.matchAll(/^constraint (\w+)\.\S+ FOREIGN KEY \((\w+)\) REFERENCES (?:person|account)\(/gm),
    ]
    expect(people.length).toBeGreaterThan(10)
    expect(people.map(([, table, column]) => `${table}.${column}`).filter((each) => !personal.includes(each))).toEqual(
      [],
    )
  })

  test('a column that nobody registered is found', () => {
    const more = `${schema}column person.phone text not null\nconstraint person.x FOREIGN KEY (boss) REFERENCES person(id)\ncolumn person.boss uuid\n`
    expect(candidates(more).filter((column) => !personal.includes(column) && !plain.includes(column))).toEqual([
      'person.phone',
      'person.boss',
    ])
  })

  test('no column is made for identity cards, telephones, faces or places', () => {
    const names = [...schema.matchAll(/^column \w+\.(\w+) /gm)].map(([, name]) => name!)
    expect(
      names.filter((name) => /identity_card|id_card|phone|mobile|photo|face|latitude|longitude|birth/.test(name)),
    ).toEqual([])
  })
})

describe('check 77', () => {
  const numbers = /(?<![\d.-])(?:\d{17}[\dXx]|1[3-9]\d{9})(?![\d-])/
  let world: World
  beforeAll(async () => {
    world = await openSampleWorld()
  }, 300_000)
  afterAll(() => world.close())

  test('the sign is known when it is seen', () => {
    for (const text of ['11010519491231002X', '电话13800138000。']) expect(text).toMatch(numbers)
    for (const text of ['2026-07-15', '019c1a2b-1380-7013-8000-138001380001']) expect(text).not.toMatch(numbers)
  })

  test('whatever nobody in particular can open shows no identity or telephone number, and no staff number', async () => {
    const seen = new Map<string, number>()
    const wrong: string[] = []
    const start = portalPages(false)
      .map(({ path }) => path)
      .filter((path) => !path.includes(':'))
    const waiting = ['/', ...start]
    const staff = await world.owner.selectFrom('person').select('staff_no').execute()
    const people = new Set(staff.map(({ staff_no }) => staff_no).filter((each) => each !== null && each.length > 5))
    while (waiting.length > 0 && seen.size < 300) {
      const path = waiting.shift()!
      if (seen.has(path)) continue
      const { status, html } = await world.nobody.page(path)
      seen.set(path, status)
      const shown = html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
      const number = numbers.exec(shown)
      if (number) wrong.push(`${path} shows ${number[0]}`)
      const own = shown.split(/[^\w-]+/).find((word) => people.has(word))
      if (own) wrong.push(`${path} shows the staff number ${own}`)
      for (const [, next] of html.matchAll(/href="(\/(?!\/|desk|do\/|preferences|portal)[^"#]*)"/g))
        waiting.push(next!.replaceAll('&amp;', '&'))
    }
    expect(wrong).toEqual([])
    expect([...seen].filter(([, status]) => status >= 500)).toEqual([])
    expect([...seen].filter(([, status]) => status === 200).length).toBeGreaterThan(5)
  }, 300_000)
})
