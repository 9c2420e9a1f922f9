import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organisationContract } from '#programme/organisation/contract.ts'
import { structureContract } from '#programme/organisation/contract-structure.ts'
import { insertOrganisation } from '#programme/organisation/store.ts'
import { type Stage, setStage } from '../stage.ts'
import { openWorld, type World } from '../world.ts'

/** S01.1, S01.3: a tree too wide to be told at once is told level by level, and nothing of it is lost on the way. */

let world: World
let stage: Stage
let bureau: string
const EACH = 4
const BUREAUS = 160

beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  await world.act(stage.people.rootOffice, async (context) => {
    const root = { id: stage.organisations.root, path: `${stage.organisations.root}/` }
    const rest = { region: null, unitId: null, setUpOn: '2020-01-01' }
    for (let at = 0; at < BUREAUS; at++) {
      const name = `第${at}分局党委`
      const own = await insertOrganisation(context, {
        kind: 'committee',
        name,
        shortName: name,
        parent: root,
        sortNo: 100 + at * 10,
        ...rest,
      })
      if (at === 7) bureau = own.id
      for (let branch = 0; branch < EACH; branch++)
        await insertOrganisation(context, {
          kind: 'branch',
          name: `第${at}分局第${branch}党支部`,
          shortName: `${at}-${branch}`,
          parent: own,
          sortNo: 101 + at * 10 + branch,
          ...rest,
        })
    }
  })
})
afterAll(() => world.close())

const office = () => world.as(stage.people.rootOffice)

describe('a wide tree', () => {
  for (const on of ['2026-07-15', '2023-01-01'])
    test(`is told as far as whole levels fit, on ${on}; asking for what is below finds every one of it`, async () => {
      const browser = await office()
      const { rows } = await browser.get(structureContract.readStructure, { on })
      expect(rows.length).toBeLessThanOrEqual(600)
      const asked = rows.filter(({ more }) => more)
      expect(asked.length).toBeGreaterThan(100)
      const found = new Set(rows.map(({ id }) => id))
      for (const { id } of asked) {
        const deeper = await browser.get(structureContract.readStructure, { on, below: id })
        expect(deeper.rows[0]!.id).toBe(id)
        expect(deeper.rows.some(({ more }) => more)).toBe(false)
        for (const row of deeper.rows) found.add(row.id)
      }
      const { rows: all } = await sql<{ id: string }>`select id from organisation`.execute(world.owner)
      expect([...found].sort()).toEqual(all.map(({ id }) => id).sort())
    })

  test('counts the branches below each, and finds by words, short names and sound what stands anywhere in it', async () => {
    const browser = await office()
    const { rows } = await browser.get(structureContract.readStructure, { below: bureau })
    expect(rows.map(({ branches }) => branches)).toEqual([EACH, 1, 1, 1, 1])
    const named = async (search: string, on = '2026-07-15') =>
      (await browser.get(organisationContract.listOrganisations, { search, on, limit: 50 })).rows.map(
        ({ name }) => name,
      )
    for (const on of ['2026-07-15', '2023-01-01']) {
      expect(await named('第7分局', on)).toHaveLength(1 + EACH)
      expect(await named('7-3', on)).toContain('第7分局第3党支部')
      expect(await named('鲲', on)).toEqual([])
      expect(await named('%', on)).toEqual([])
    }
    expect(await named('hphsc')).toEqual(['广州海事局黄埔海事处党支部'])
  })
})
