import { afterAll, beforeAll, expect, test } from 'vitest'
import { dutyContract } from '#programme/duty/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { boardContract } from '#programme/theme/contract-board.ts'
import type { Stage } from '../stage.ts'
import type { Browser, World } from '../world.ts'
import { idea, openYear, submitted } from './theme-year.ts'

/*
 * What an index of words finds is what reading every name finds: signs that mean something to a database, a single sign,
 * capitals, blanks, signs beyond the basic plane, and words that stand in no name.
 */

let world: World
let stage: Stage
let office: Browser
let bureau: Browser
const names = ['100%安全', '前_后', 'C:\\航道', 'Blue Anchor 蓝锚', '𬭎声远播']
const words = [
  '%',
  '_',
  '\\',
  '0%',
  '_后',
  ':\\',
  '锚',
  '蓝锚',
  'blue',
  'BLUE anchor',
  'e a',
  '𬭎',
  '𬭎声',
  '声𬭎',
  '蓝 锚',
  '没有',
  "'",
  '安全',
]

beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  const { huangpu, nansha, patrol, xuwen, window } = stage.organisations
  const { huangpuSecretary, nanshaSecretary, patrolSecretary, xuwenSecretary, windowSecretary } = stage.people
  const of = [
    [huangpuSecretary, huangpu],
    [nanshaSecretary, nansha],
    [patrolSecretary, patrol],
    [xuwenSecretary, xuwen],
    [windowSecretary, window],
  ] as const
  for (const [at, [secretary, branch]] of of.entries())
    await submitted(world, secretary, branch, { ...idea, name: names[at]! })
  // the sample's own names have no such signs: one branch is called so
  await world.owner
    .updateTable('organisation')
    .set({ name: '湛江_徐闻%海事处党支部' })
    .where('id', '=', xuwen)
    .execute()
  office = await world.as(stage.people.rootOffice)
  bureau = await world.as(stage.people.guangzhouOffice)
})
afterAll(() => world.close())

const holds = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase())

const readers = { root: () => office, bureau: () => bureau }
const asked = words.flatMap((word) => [
  ['root', word],
  ['bureau', word],
]) as [keyof typeof readers, string][]

test.each(asked)('themes, board and duties that the %s sees by “%s”', async (who, search) => {
  const reader = readers[who]()
  const themes = (await reader.get(themeContract.listThemes, { limit: 50 } as never)).rows
  const found = (await reader.get(themeContract.listThemes, { limit: 50, search } as never)).rows
  const expected = themes.filter(({ name, branch }) => holds(name, search) || holds(branch.name, search))
  expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))

  const board = (await reader.get(boardContract.listBoard, { limit: 50 } as never)).rows
  const onBoard = (await reader.get(boardContract.listBoard, { limit: 50, search } as never)).rows
  const ofBoard = board.filter(
    ({ branch, underWay }) =>
      holds(branch.name, search) || (underWay && 'theme' in underWay && holds(underWay.theme.name, search)),
  )
  expect(onBoard.map(({ branch }) => branch.id)).toEqual(ofBoard.map(({ branch }) => branch.id))

  const all = (await reader.get(dutyContract.listDuties, { limit: 200 } as never)).rows
  const some = (await reader.get(dutyContract.listDuties, { limit: 200, search } as never)).rows
  const ofAll = all.filter(({ about, organisation }) => holds(about, search) || holds(organisation.name, search))
  expect(some.map(({ id }) => id)).toEqual(ofAll.map(({ id }) => id))
})

test('something is found by these words at all', async () => {
  const found = new Set<string>()
  for (const search of words)
    for (const { name } of (await office.get(themeContract.listThemes, { limit: 50, search } as never)).rows)
      found.add(name)
  expect([...found].sort()).toEqual([...names].sort())
})

test('who answers for a part finds nothing of the rest', async () => {
  const ids = async (browser: Browser, search: string) =>
    (await browser.get(themeContract.listThemes, { limit: 50, search } as never)).rows.map(({ name }) => name)
  expect(await ids(office, '蓝锚')).toEqual([names[3]])
  expect(await ids(bureau, '蓝锚')).toEqual([])
  expect(await ids(bureau, '安全')).toEqual([names[0]])
})
