import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { results } from '#main/sample/results.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { addUp } from '#programme/building/rules/measure.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { outcomeContract } from '#programme/outcome/contract.ts'
import { openSampleWorld, personOf } from './sample-world.ts'
import type { Browser, World } from './world.ts'

/** S13.2: the figures of part 3 of the founding paper come out of records; nothing is typed in as a total. */

let world: World
let office: Browser
let root: { id: string; name: string }
beforeAll(async () => {
  world = await openSampleWorld()
  office = await world.as(await personOf(world, 'rootOffice'))
  const { posts } = await office.get(organisationContract.readMe, {})
  const post = posts.find((held) => held.post === 'office')!
  root = { id: post.organisation, name: post.organisationName }
}, 300_000)
afterAll(() => world.close())

describe.each(results)('$words', ({ measure, unit, value, qualifier, force, partOf, records }) => {
  test('stands on the page of outcomes, with its whole if it is a part', async () => {
    const { outcomes } = await office.get(outcomeContract.readOutcomes, { organisation: root.id } as never)
    const shelf = partOf ? outcomes.find((each) => each.measure.name === partOf)!.parts : outcomes
    expect(shelf.find((each) => each.measure.name === measure)).toMatchObject({
      measure: { unit, force },
      total: { value, qualifier, records },
    })
  })

  test('opens down to its records, which add up to it, each of them the branch’s own', async () => {
    const rows = []
    let cursor: string | undefined
    do {
      const page = await office.get(outcomeContract.traceFigure, {
        figure: `${measure}@${root.name}`,
        limit: 50,
        ...(cursor && { cursor }),
      } as never)
      rows.push(...page.rows)
      cursor = page.next ?? undefined
    } while (cursor)
    const said = rows.map((row) => ({ ...row, organisation: row.organisation.id }))
    expect(addUp('sum', said)).toEqual({ value, qualifier, records })
    const first = await office.get(buildingContract.readRecord, { record: rows[0]!.record })
    expect(first.figures).toMatchObject([{ name: measure, unit, value: rows[0]!.value }])
    expect(first.organisation.id).toBe(rows[0]!.organisation.id)
  })
})
