import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TitleTerm } from '#programme/scoring/rules/sheet-term.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { type SelectionStage, selectionOnNotice, setSelectionStage, sheet } from './selection-stage.ts'

const { concludeSelection, listRegister, listTitles } = selectionContract

const term: TitleTerm = {
  stages: ['党支部', '党委'],
  notice: null,
  cultivationDays: null,
  declared: 'every-year',
  acceptance: null,
  lowerTitle: false,
  years: 2,
  renewal: null,
  secondTry: false,
  events: [],
  yearBegins: 1,
  lateHonours: 'next-year',
}

describe('a title has the term that its sheet gives it', () => {
  let world: World
  let stage: SelectionStage
  let office: Browser
  beforeAll(async () => {
    world = await openWorld({ today: '2026-01-12' })
    stage = await setSelectionStage(world, 'society', { ...sheet, term })
    office = await world.as(stage.people.rootOffice)
    const { selection } = await selectionOnNotice(world, stage, 'no')
    await world.setTime(noon('2026-01-20'))
    office = await world.as(stage.people.rootOffice)
    await office.get(concludeSelection, { selection })
  })
  afterAll(() => world.close())

  test('society reads when it ends; the register of a day holds it until then and no longer', async () => {
    const { rows } = await world.nobody.get(listRegister, { limit: 50 })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatchObject({ since: '2026-01-20', runsUntil: '2028-01-20' })
    const on = async (day: string) => (await office.get(listTitles, { limit: 50, on: day })).rows.length
    expect([await on('2026-01-19'), await on('2028-01-19'), await on('2028-01-20')]).toEqual([0, rows.length, 0])
    expect((await world.nobody.page('/register')).html).toContain('届满')
  })

  test('once it has run out the public register no longer names the branch', async () => {
    await world.setTime(noon('2028-01-20'))
    expect((await world.nobody.get(listRegister, { limit: 50 })).rows).toEqual([])
  })

  test('the database refuses a term that ends before it begins', async () => {
    await expect(world.owner.updateTable('title').set({ runs_until: '2020-01-01' }).execute()).rejects.toThrow(
      /a_term_ends_after_the_naming/,
    )
  })
})
