import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#basics/actor.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { makeProgramme, TODAY } from '../../bench/organisation-made.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'

/*
 * The wall of a large programme, of which every reader sees another part: what it counts, lists and offers to choose from is
 * what the rule lets that reader see, read from the rows one by one.
 */

interface Brand {
  id: string
  name: string
  region: string | null
  scope: string
  /** Where inside is counted from. */
  within: string
}
type Held = Pick<Actor['posts'][number], 'path' | 'post'>

let world: World
let brands: Brand[]
const readers: { who: string; browser: Browser; posts: readonly Held[] }[] = []

beforeAll(async () => {
  world = await openWorld()
  await makeProgramme(world.owner, { branches: 1500, peopleEach: 4 })
  await world.setTime(noon(TODAY))
  // of the notices inside the Party, one in three is of a county's own, one in three of its branch alone
  await sql`update notice set within_id = case branch.nth % 3 when 1 then branch.parent_id else branch.id end
    from bench_organisation branch where notice.concerns_id = branch.id and notice.scope = 'party' and branch.nth % 3 > 0`.execute(
    world.owner,
  )
  brands = (
    await sql<Brand>`select theme.id, theme.name, branch.region, notice.scope, within.path as within
      from theme join organisation branch on branch.id = theme.organisation_id join notice on notice.id = theme.notice_id
      join organisation within on within.id = notice.within_id where theme.state = 'in-force'`.execute(world.owner)
  ).rows
  readers.push({ who: 'nobody', browser: world.nobody, posts: [] })
  const { rows } = await sql<{ person: string }>`select distinct on (bench.level, post.post) post.person_id as person
    from post join bench_organisation bench on bench.id = post.organisation_id
    where post.until_on is null and post.confirmed_at is not null order by bench.level, post.post, bench.nth`.execute(
    world.owner,
  )
  for (const { person } of rows) {
    const { posts } = await world.act(person, async ({ actor }) => actor)
    const who = posts.map(({ post, path }) => `${post} ${path.split('/').length - 1}`).join()
    readers.push({ who, browser: await world.as(person), posts })
  }
}, 120_000)
afterAll(() => world.close())

/** The rule of scopes, written down once more: inside are those of the organisation and below, and those in posts above it. */
function mayBeSeen({ scope, within }: Brand, posts: readonly Held[]): boolean {
  const inside = ({ path, post }: Held) =>
    path.startsWith(within) || (post !== 'member' && post !== 'staff' && within.startsWith(path))
  return scope === 'society' || posts.some(inside)
}

async function walk(browser: Browser, chosen: object): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await browser.get(themeContract.listBrands, {
      ...chosen,
      limit: 100,
      ...(cursor && { cursor }),
    })
    ids.push(...rows.map(({ id }) => id))
    if (next === null) return ids
    cursor = next
  }
}

describe('every reader of the wall', () => {
  test('is given a page, a number and regions of what the rule lets them see', async () => {
    const numbers = new Set<number>()
    for (const { who, browser, posts } of readers) {
      const seen = brands.filter((brand) => mayBeSeen(brand, posts))
      const { total, atLeast, regions } = await browser.get(themeContract.listBrands, { limit: 1 })
      expect({ total, atLeast }, who).toEqual({ total: Math.min(seen.length, 1000), atLeast: seen.length > 1000 })
      expect(regions.sort(), who).toEqual([...new Set(seen.flatMap(({ region }) => region ?? []))].sort())
      numbers.add(seen.length)
    }
    // readers who all see the same would prove nothing
    expect(numbers.size).toBeGreaterThan(3)
    expect(Math.max(...numbers)).toBeGreaterThan(1000)
    expect(Math.min(...numbers)).toBeLessThan(1000)
  })

  test('walks through all of it, and only that, in every page', async () => {
    for (const { who, browser, posts } of readers.filter((_, at) => at % 3 === 0)) {
      const seen = brands.filter((brand) => mayBeSeen(brand, posts)).map(({ id }) => id)
      expect((await walk(browser, {})).sort(), who).toEqual(seen.sort())
    }
  })

  test('finds by words and by region what they may see of it', async () => {
    const { region } = brands.find((brand) => brand.region !== null)!
    for (const { who, browser, posts } of readers) {
      const seen = brands.filter((brand) => mayBeSeen(brand, posts) && brand.name.includes('灯塔'))
      expect((await walk(browser, { search: '灯塔' })).sort(), who).toEqual(seen.map(({ id }) => id).sort())
      const there = seen.filter((brand) => brand.region === region)
      const { total } = await browser.get(themeContract.listBrands, { search: '灯塔', region: region!, limit: 1 })
      expect(total, who).toBe(there.length)
    }
  })
})
