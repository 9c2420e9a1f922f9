import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { historyContract } from '#support/history/contract.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { reorganise } from './reorganising.ts'
import { openYear, submitted } from './theme-year.ts'

/** S01.3: what is told of an earlier day is told by the names of that day, with the present one where it is another. */

let world: World
let stage: Stage
let theme: string
const THEN = '广州海事局黄埔海事处党支部'
const NOW = '广州海事局黄埔港海事处党支部'

beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  const { huangpu } = stage.organisations
  const enter = async (happenedOn: string, sentence: string) =>
    (await world.as(stage.people.huangpuSecretary)).get(buildingContract.enterRecord, {
      ...{ organisation: huangpu, happenedOn, kind: 'core-task', sentence },
    } as never)
  await enter('2026-07-10', '台风前排查锚地')
  theme = await submitted(world, stage.people.huangpuSecretary, huangpu)
  await world.setTime(noon('2026-08-03'))
  const named = { kind: 'rename', of: 'organisation', id: huangpu, name: NOW, shortName: '黄埔港' } as const
  await reorganise(world, stage, named, '2026-08-03')
  await enter('2026-08-03', '台风后复航检查')
})
afterAll(() => world.close())

test('the ledger shows each record under the name of its day', async () => {
  const office = await world.as(stage.people.rootOffice)
  const { rows } = await office.get(buildingContract.listRecords, { limit: 10 })
  expect(
    rows.map(({ happenedOn, organisation, organisationNow }) => [happenedOn, organisation.name, organisationNow]),
  ).toEqual([
    ['2026-08-03', NOW, null],
    ['2026-07-10', THEN, NOW],
  ])
})

test('the history and the way of a theme say who acted by the name it had then', async () => {
  const office = await world.as(stage.people.rootOffice)
  const { rows } = await office.get(historyContract.listHistory, {
    organisation: stage.organisations.huangpu,
    limit: 50,
  })
  const called = (action: string) => {
    const line = rows.findLast((each) => each.action === action)!
    return [line.organisation, line.organisationNow]
  }
  expect(called('theme.submitted')).toEqual([THEN, NOW])
  expect(called('reorganisation.in-effect')).toEqual([NOW, null])
  const { trail } = await office.get(themeContract.readTheme, { theme })
  expect(trail[0]!.organisation).toBe(THEN)
})

test('duties come as a workbook, narrowed as the list is', async () => {
  const office = await world.as(stage.people.rootOffice)
  const file = await office.get(dutyContract.exportDuties, { organisation: stage.organisations.guangzhou })
  const book = await readWorkbook(file.bytes)
  if (!book.ok) throw new Error(book.reason)
  const cells = JSON.stringify(book.value.sheets[0])
  const list = await office.get(dutyContract.listDuties, { organisation: stage.organisations.guangzhou, limit: 100 })
  expect(list.rows.length).toBeGreaterThan(0)
  for (const { organisation } of list.rows) expect(cells).toContain(organisation.name)
  expect(cells).not.toContain('徐闻')
})
